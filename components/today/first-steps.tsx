import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { EmptyState } from '@/components/ui/empty-state';
import { Icon } from '@/components/ui/icon';
import { PageTitle, Section } from '@/components/ui/page';
import { mayOwn, mayWrite, type Actor } from '@/lib/auth/actor';
import { steps, stepsDone, type Step } from '@/lib/sample/steps/queries';
import { InviteSample } from './sample-people';

const ways: Readonly<Record<Step, string>> = {
  people: '/import',
  mailbox: '/settings/mailboxes',
  log: '/log',
  hear: '/listen',
  refusal: '/contacts?standing=their_turn',
  invite: '/settings/team',
};

/** Before there is anybody: where to begin. */
export async function FirstSteps({ actor }: { actor: Actor }) {
  const [t, title] = await Promise.all([getTranslations('today.first'), getTranslations('today.title')]);
  if (!mayWrite(actor))
    return (
      <>
        <PageTitle>{title('never')}</PageTitle>
        <EmptyState kind="never" title={t('title')}>
          {t('reader')}
        </EmptyState>
      </>
    );
  return (
    <>
      <PageTitle lede={t('why')}>{title('never')}</PageTitle>
      <div className="pt-6">
        <StepList actor={actor} />
      </div>
      {mayOwn(actor) && <InviteSample />}
    </>
  );
}

// Some work alone, and some write no e-mail.
const optional: ReadonlySet<Step> = new Set(['mailbox', 'invite']);

/** The first steps, ticked as they are done, until nothing is left that everybody does. */
export async function StepsLeft({ actor }: { actor: Actor }) {
  if (!mayWrite(actor)) return null;
  const done = await stepsDone(actor);
  if (steps.every((step) => done[step] || optional.has(step))) return null;
  const t = await getTranslations('today.first');
  return (
    <Section caption={t('steps')} apart>
      <StepList actor={actor} />
    </Section>
  );
}

async function StepList({ actor }: { actor: Actor }) {
  const [t, done] = await Promise.all([getTranslations('today.first'), stepsDone(actor)]);
  const shown = steps.filter((step) => step !== 'invite' || mayOwn(actor));
  return (
    <ol className="steps" role="list" aria-label={t('steps')}>
      {shown.map((step) => (
        <li key={step} data-done={done[step] || undefined}>
          <span className="step-mark">{done[step] && <Icon name="check" />}</span>
          <div>
            <Link href={ways[step]} prefetch={false}>
              {t(`${step}.name`)}
            </Link>
            {done[step] ? <span className="sr-only"> {t('done')}</span> : <p>{t(`${step}.why`)}</p>}
            {step === 'people' && !done[step] && (
              <p>
                {t.rich('people.or', {
                  add: (words) => (
                    <Link className="link" href="/contacts/new" prefetch={false}>
                      {words}
                    </Link>
                  ),
                })}
              </p>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}
