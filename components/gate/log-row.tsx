import { getTranslations } from 'next-intl/server';
import { Chip, type StateKind } from '@/components/ui/chip';
import { Row } from '@/components/ui/rows';
import { Time } from '@/components/ui/time';
import { kindOfVerb, type Kind } from '@/lib/gate/log/kinds';
import { logPath } from '@/lib/gate/log/asked';
import type { LogFilter, LogRow } from '@/lib/gate/log/queries';
import type { Reading } from '@/lib/language/moments';
import { OpenAgain } from './open-again';

interface LogRowItemProps {
  row: LogRow;
  reading: Reading;
  filter: LogFilter;
  /** Whether the reader may lift a suppression. */
  mayLift: boolean;
}

const looks: Record<Kind, StateKind> = {
  refused: 'closed',
  against: 'closed',
  lifted: 'listen',
  closed: 'rest',
  taken_back: 'calm',
  policy: 'calm',
};

/** One line of the gate log: whom it concerns, what was done, by whom, and the words beside it. */
export async function LogRowItem({ row, reading: { zone, now }, filter, mayLift }: LogRowItemProps) {
  const t = await getTranslations('gate_log');
  const { verb, contact, by, codes, text, subjectId, stands, recordedAt } = row;
  const kind = kindOfVerb(verb);
  const reasons = (codes.reasons ?? []).map((code) => t(`reasons.${code}`));
  const said = t(`was.${verb}`, {
    purpose: codes.purpose ?? 'message',
    reasons: reasons.join(', ') || t('reasons.unknown'),
  });
  return (
    <Row
      name={contact?.name ?? t('team')}
      href={contact ? logPath({ ...filter, contactId: contact.id, before: null, after: null }) : undefined}
      where={by ?? t('machine')}
      said={
        <>
          <p>{said}</p>
          {text && <p className="text-soft text-[14px]">{text}</p>}
          {mayLift && stands && subjectId && <OpenAgain id={subjectId} />}
        </>
      }
      state={
        <Chip kind={looks[kind]} {...(kind === 'lifted' ? { icon: 'done' } : {})}>
          {t(`kinds.${kind}`)}
        </Chip>
      }
      when={<Time at={recordedAt} {...{ zone, now }} />}
    />
  );
}
