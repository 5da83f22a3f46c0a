import type { Reading } from '@/lib/language/moments';
import { translate } from '@/lib/language/translate';
import { blank, fill, inline, type Part } from './parts';

/** The thanks that a reply has had already. */
export interface Thanked {
  readonly at: Date;
  /** Who said thank you; null where it was the one who asks. */
  readonly by: string | null;
}

/** Says that the one thanks was given, and when. */
export function tellThanked({ at, by }: Thanked, name: string, reading: Reading): Part[] {
  const t = translate(reading.language, 'gate.thanked');
  const told = { name: inline(name), thanked: blank.thanked };
  const sentence = by === null ? t('by_you', told) : t('by_somebody', { ...told, who: inline(by) });
  return fill(sentence, { thanked: at }, reading);
}
