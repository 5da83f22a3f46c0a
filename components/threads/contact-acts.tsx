import { useTranslations } from 'next-intl';
import { ActForm } from '@/components/gate/act-form';
import { ButtonLink } from '@/components/ui/button';
import { DateField } from '@/components/ui/field';
import { Fold } from '@/components/ui/fold';
import { finish, letRest, needsNoAnswer } from '@/lib/replies/actions';
import { dayIn } from '@/lib/replies/days';
import { asksNothing } from '@/lib/threads/asked';
import type { WhereItStands } from '@/lib/threads/contact/queries';

interface ContactActsProps {
  id: string;
  name: string;
  standing: WhereItStands;
  now: Date;
  /** What one came to do: its fold stands open, ready for Enter. */
  wanted?: string | null;
}

const restDays = 30;

/** What one may do with a conversation besides writing: log, end it, let it rest. */
export function ContactActs({ id, name, standing, now, wanted }: ContactActsProps) {
  const t = useTranslations('conversation.acts');
  const ui = useTranslations('ui');
  const { turn, unheard, owed, everSpoke, closedBy, last } = standing;
  const mayEnd = turn === 'ours' && unheard === 0;
  const mayLeaveIt = turn === 'theirs' && everSpoke && last?.direction === 'outbound' && asksNothing(last);
  const hidden = { contactId: id };
  return (
    <div className="space-y-3 pt-8">
      <ButtonLink href={`/log?contact=${id}`}>{t('log')}</ButtonLink>
      {mayEnd && (
        <Fold id="done" summary={t('done')} open={wanted === 'done'}>
          <p className="lede pb-3">{owed > 0 ? t('done_owed', { name }) : t('done_why', { name })}</p>
          <ActForm
            {...{ action: finish, hidden, submit: t('done_do'), pending: ui('working') }}
            isWanted={wanted === 'done'}
          />
        </Fold>
      )}
      {mayLeaveIt && (
        <Fold summary={t('no_answer')}>
          <p className="lede pb-3">{t('no_answer_why')}</p>
          <ActForm
            action={needsNoAnswer}
            hidden={{ ...hidden, messageId: last.id }}
            submit={t('no_answer_do')}
            pending={ui('working')}
          />
        </Fold>
      )}
      {closedBy === null && unheard === 0 && (
        <Fold id="rest" summary={t('rest', { name })} open={wanted === 'rest'}>
          <p className="lede pb-3">{t('rest_why', { name })}</p>
          <ActForm
            {...{ action: letRest, hidden, submit: t('rest_do'), pending: ui('working') }}
            isWanted={wanted === 'rest'}
          >
            <div className="pb-4">
              <DateField
                name="until"
                label={t('rest_until')}
                defaultValue={dayIn(restDays, now, 'UTC')}
                required
              />
            </div>
          </ActForm>
        </Fold>
      )}
    </div>
  );
}
