import { matchInbound } from './inbound';
import type { Facts, Mail, Match } from './match';
import { authorOf, matchOutbound } from './outbound';
import { matchBounce, matchComplaint } from './returned';

/** Decides whose a mail is, from facts alone. The order in which mails come changes nothing once all are there. */
export function match(mail: Mail, facts: Facts): Match {
  const authorId = authorOf(mail, facts);
  if (authorId !== null) return matchOutbound(mail, facts, authorId);
  switch (mail.read.kind) {
    case 'complaint':
      return matchComplaint(mail, facts);
    case 'bounce':
      return matchBounce(mail, facts);
    case 'human':
    case 'auto_reply':
    case 'receipt':
    case 'list':
      return matchInbound(mail, facts, mail.read.kind);
  }
}
