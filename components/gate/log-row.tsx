import { getTranslations } from 'next-intl/server';
import { Chip, type StateKind } from '@/components/ui/chip';
import type { IconName } from '@/components/ui/icon';
import { Row } from '@/components/ui/rows';
import { Quote } from '@/components/ui/said';
import { Time } from '@/components/ui/time';
import { kindOfVerb, type Kind } from '@/lib/gate/log/kinds';
import { logPath, type LogFilter } from '@/lib/gate/log/asked';
import type { LogRow } from '@/lib/gate/log/queries';
import { toldOf } from '@/lib/gate/log/told';
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
  refused: 'calm',
  against: 'closed',
  lifted: 'listen',
  excepted: 'owed',
  closed: 'closed',
  taken_back: 'calm',
  policy: 'calm',
};

const icons: Partial<Record<Kind, { icon: IconName }>> = {
  refused: { icon: 'ban' },
  lifted: { icon: 'done' },
};

/** One line of the gate log: whom it concerns, what was done, by whom, and the words beside it. */
export async function LogRowItem({ row, reading, filter, mayLift }: LogRowItemProps) {
  const t = await getTranslations('gate_log');
  const { verb, contact, by, text, theirs, subjectId, stands, recordedAt } = row;
  const kind = kindOfVerb(verb);
  return (
    <Row
      name={contact?.name ?? t('team')}
      href={contact ? logPath({ ...filter, contactId: contact.id, before: null, after: null }) : undefined}
      where={by ?? t('machine')}
      said={
        <>
          <p>{toldOf(row, reading)}</p>
          {text && <p className="text-soft text-[14px]">{theirs ? <Quote>{text}</Quote> : text}</p>}
          {mayLift && stands && subjectId && <OpenAgain id={subjectId} />}
        </>
      }
      state={
        <Chip kind={verb === 'rest_recorded' ? 'rest' : looks[kind]} {...icons[kind]}>
          {t(`kinds.${kind}`)}
        </Chip>
      }
      when={<Time at={recordedAt} zone={reading.zone} now={reading.now} />}
    />
  );
}
