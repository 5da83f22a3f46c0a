import { hourOf, isoDay, type Reading } from '@/lib/language/moments';
import { talkChannels, type LogKind } from '@/lib/threads/log';
import type { Correctable } from '@/lib/threads/contact/queries';

/** A row as the form that corrects it begins. `installation` is the zone in which a day alone is a day. */
export function rowBefore(
  row: Correctable,
  reading: Reading & { installation: string },
): Record<string, string> {
  const { direction, channel, addressId, occurredAt, dayOnly, subject, body, pitchId, answersId } = row;
  const heard = row.hearings[0];
  return {
    ...{ kind: kindBefore(row), direction, body, where: `${channel}:${addressId ?? ''}` },
    day: isoDay(occurredAt, dayOnly ? reading.installation : reading.zone),
    hour: dayOnly ? '' : hourOf(occurredAt, reading),
    ...{ subject: subject ?? '', pitchId: pitchId ?? '', answersId: answersId ?? '' },
    ...{
      outcome: heard?.outcome ?? '',
      scope: heard?.scope ?? '',
      until: heard?.until?.toISOString().slice(0, 10) ?? '',
    },
    ...{ words: heard?.words ?? '', whatWeHeard: heard?.whatWeHeard ?? '' },
  };
}

function kindBefore({ kind, direction, channel, hearings }: Correctable): LogKind {
  if (kind === 'auto_reply' || kind === 'connection' || kind === 'reaction') return kind;
  const talked = direction === 'inbound' && talkChannels.includes(channel) && hearings.length > 0;
  return talked && channel !== 'whatsapp' ? 'talk' : 'message';
}
