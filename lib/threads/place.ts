/** The place of a message in the timeline: `(moment, depth, recorded_seq)`. */
export interface Place {
  readonly moment: Date;
  readonly depth: number;
  readonly seq: string;
}

const separator = '~';

/** A place as it stands in an address. */
export function cursorOf({ moment, depth, seq }: Place): string {
  return [moment.toISOString(), depth, seq].join(separator);
}

/** The place an address names; null for anything else. */
export function placeOf(cursor: string | undefined): Place | null {
  const match = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)~(\d{1,6})~(\d{1,19})$/.exec(cursor ?? '');
  const [, at = '', depth = '', seq = ''] = match ?? [];
  const moment = new Date(at);
  return match && !Number.isNaN(moment.getTime()) ? { moment, depth: Number(depth), seq } : null;
}
