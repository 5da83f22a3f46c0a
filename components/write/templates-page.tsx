import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { ActForm } from '@/components/gate/act-form';
import { EmptyState } from '@/components/ui/empty-state';
import { Fold } from '@/components/ui/fold';
import { PageTitle, Section } from '@/components/ui/page';
import { actorOrSignIn, mayOwn, mayWrite } from '@/lib/auth/actor';
import { dropTemplate } from '@/lib/outbox/templates/actions';
import { templatesFor, type KeptTemplate } from '@/lib/outbox/templates/queries';
import { NotYours } from '@/components/auth/not-yours';
import { TemplateForm } from './template-form';

/** The letters one begins with: one's own, and those of the team. */
export async function TemplatesPage() {
  const actor = await actorOrSignIn();
  if (!mayWrite(actor)) return <NotYours actor={actor} takes="writer" />;
  const [t, templates] = await Promise.all([getTranslations('templates'), templatesFor(actor)]);
  return (
    <>
      <PageTitle lede={t('lede')}>{t('title', { count: templates.length })}</PageTitle>
      {templates.length === 0 && <EmptyState kind="never" title={t('empty')} />}
      <ul role="list" className="max-w-measure pt-4">
        {templates.map((template) => (
          <Template key={template.id} template={template} changes={template.own || mayOwn(actor)} />
        ))}
      </ul>
      <Section caption={t('new')} apart>
        <TemplateForm words={{ ...wordsOf(t), submit: t('add') }} />
      </Section>
    </>
  );
}

function Template({ template, changes }: { template: KeptTemplate; changes: boolean }) {
  const t = useTranslations('templates');
  const { id, name, subject, body, shared, own, by } = template;
  const whose = [...(own ? [] : [t('by', { who: by })]), ...(shared ? [t('for_all')] : [])].join(', ');
  return (
    <li className="border-line border-b py-5">
      <h2 className="text-[17px] font-medium">
        {name} {whose && <span className="text-faint text-[13px]">{whose}</span>}
      </h2>
      {subject && <p className="pt-1">{subject}</p>}
      <p className="text-soft line-clamp-4 pt-1 whitespace-pre-line">{body}</p>
      {changes && (
        <div className="pt-2">
          <Fold summary={t('edit')}>
            <TemplateForm
              kept={{ id, name, subject: subject ?? '', body, shared }}
              words={{ ...wordsOf(t), submit: t('save') }}
            />
            <div className="pt-4">
              <ActForm
                action={dropTemplate}
                hidden={{ id }}
                submit={t('remove')}
                pending={t('pending')}
                variant="quiet"
              />
            </div>
          </Fold>
        </div>
      )}
    </li>
  );
}

const wordsOf = (t: ReturnType<typeof useTranslations<'templates'>>) => ({
  ...{ name: t('name'), subject: t('subject'), body: t('body'), hint: t('body_hint') },
  ...{ shared: t('shared'), optional: t('optional'), pending: t('pending') },
});
