import type { Channel, Verdict } from '../support/history';
import type { Facts } from './facts';
import { standingNoes } from './closers';
import { purposeOf, type Wish } from './purpose';
import { REASONS } from './reasons';
import type { Talk } from './talk';

/** May this be written? Every reason that refuses it is listed, in the order of the law. */
export function verdict(facts: Facts, talk: Talk, channel: Channel, wish: Wish): Verdict {
  const purpose = purposeOf(facts, talk, wish);
  const noes = standingNoes(facts, talk.who);
  const one = { facts, talk, noes, channel, wish, purpose };
  const reasons = REASONS.filter(([, refuses]) => refuses(one)).map(([code]) => code);
  return { allowed: reasons.length === 0, purpose, reasons };
}
