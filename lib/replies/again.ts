/** May this reply be heard again, and does it need a reason? The law decides; this tells the page what to offer. */
export type HearAgain = 'freely' | 'with_a_reason' | 'no';

const tenMinutes = 10 * 60_000;

/** Its hearer within ten minutes; afterwards the owner, with a reason. */
export function mayHearAgain(
  heard: { readonly heardById: string; readonly recordedAt: Date },
  who: { readonly userId: string; readonly owns: boolean; readonly now: Date },
): HearAgain {
  const fresh = who.now.getTime() < heard.recordedAt.getTime() + tenMinutes;
  if (fresh && heard.heardById === who.userId) return 'freely';
  return who.owns ? 'with_a_reason' : 'no';
}
