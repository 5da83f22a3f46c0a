import type { ReadMail } from '@/lib/mail/reading/mail';
import type { NewMessage } from './planned';

/** What a report or an automatic reply says: when somebody is back, why a mail came back, whether it is still tried. */
export interface ToldByMail {
  readonly returnsOn: string | null;
  readonly bounceReason: string | null;
  readonly stillTrying: boolean | null;
}

/** What a mail says beside its words; of a report about several of ours that failed, what it says of one like this. */
export function toldBy(
  read: Pick<ReadMail, 'autoReply' | 'bounce'>,
  { direction, kind }: Pick<NewMessage, 'direction' | 'kind'>,
): ToldByMail {
  const isTheirs = direction === 'inbound';
  const bounce = isTheirs && (kind === 'bounce' || kind === 'soft_bounce') ? read.bounce : null;
  const failure = bounce?.failures.find(({ hard }) => hard === (kind === 'bounce'));
  return {
    returnsOn: isTheirs && kind === 'auto_reply' ? (read.autoReply?.returnsOn ?? null) : null,
    bounceReason: failure?.reason ?? bounce?.reason ?? null,
    stillTrying: bounce?.delayed ?? null,
  };
}
