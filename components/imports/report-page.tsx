import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { EmptyState } from '@/components/ui/empty-state';
import { Chip } from '@/components/ui/chip';
import { PageTitle, TextLink } from '@/components/ui/page';
import { Pager } from '@/components/ui/pager';
import { Row, Rows } from '@/components/ui/rows';
import { Tabs } from '@/components/ui/tabs';
import { actorOrSignIn, mayWrite, type Actor } from '@/lib/auth/actor';
import { firstOf, type Asked } from '@/lib/auth/asked';
import { importById, importRows, type KeptImport, type KeptRow } from '@/lib/imports/queries';
import { countsOf, importViews, readImportView, type ImportView } from '@/lib/imports/report/view';
import { sentencesOf } from '@/lib/imports/report/words';
import { isRunning } from '@/lib/imports/running/queries';
import { uploadOf } from '@/lib/imports/uploads/queries';
import { currentLanguage } from '@/lib/language/preferences';
import { NotYours } from '@/components/auth/not-yours';
import { LookAgain } from './look-again';
import { PreviewPage } from './preview-page';

const onAPage = 100;

/** A file that waits, to be looked at; one that was imported, with what became of each row. */
export async function ReportPage({ id, asked }: { id: string; asked: Asked }) {
  const actor = await actorOrSignIn();
  const kept = await importById(actor, id);
  if (kept) return <Report actor={actor} kept={kept} asked={asked} />;
  if (!mayWrite(actor)) return <NotYours actor={actor} takes="writer" />;
  const upload = await uploadOf(actor, id);
  if (!upload) notFound();
  return <PreviewPage actor={actor} id={id} upload={upload} />;
}

async function Report({ actor, kept, asked }: { actor: Actor; kept: KeptImport; asked: Asked }) {
  const { id } = kept;
  const [t, ui] = await Promise.all([getTranslations('imports'), getTranslations('ui')]);
  const view = readImportView(firstOf(asked, 'view'));
  const afterLine = Math.max(0, Number.parseInt(firstOf(asked, 'after') ?? '0', 10) || 0);
  const rows = await importRows(actor, id, { view, afterLine, most: onAPage + 1 });
  const page = rows.slice(0, onAPage);
  const last = page.at(-1);
  const path = (of: ImportView) => `/import/${id}?view=${of}`;
  return (
    <>
      <PageTitle
        lede={t('report_lede', { file: kept.fileName })}
        acts={<TextLink href={`/import/${id}/report`}>{t('download')}</TextLink>}
      >
        {t('counts', countsOf(kept))}
      </PageTitle>
      <Progress actor={actor} kept={kept} />
      {kept.stillClosed > 0 && <p className="lede">{t('still_closed_why', { count: kept.stillClosed })}</p>}
      <Tabs
        label={t('views.label')}
        tabs={importViews.map((one) => ({
          href: path(one),
          label: t(`views.${one}`),
          count: countOf(kept, one),
          current: one === view,
        }))}
      />
      {page.length === 0 ? <EmptyState kind="done" title={t('no_rows')} /> : <ReportRows rows={page} />}
      <Pager
        label={ui('pages')}
        newer={afterLine > 0 ? { href: path(view), label: t('from_start') } : undefined}
        older={
          rows.length > onAPage && last
            ? { href: `${path(view)}&after=${last.line}`, label: t('next_rows') }
            : undefined
        }
      />
    </>
  );
}

/** How far it has come; or that it stopped, and what to do. */
async function Progress({ actor, kept: { id, finishedAt, ...kept } }: { actor: Actor; kept: KeptImport }) {
  if (finishedAt) return null;
  const t = await getTranslations('imports');
  const count = kept.created + kept.updated + kept.unchanged + kept.skipped;
  if (!isRunning(actor, id)) return <p className="lede">{t('stopped', { count })}</p>;
  return (
    <p className="lede" role="status">
      {t('running', { count })} <TextLink href={`/import/${id}`}>{t('look_again')}</TextLink>
      <LookAgain />
    </p>
  );
}

async function ReportRows({ rows }: { rows: readonly KeptRow[] }) {
  const [t, language] = await Promise.all([getTranslations('imports'), currentLanguage()]);
  return (
    <Rows label={t('views.label')}>
      {rows.map(({ line, result, codes, detail, stillClosed, contact }) => (
        <Row
          key={line}
          name={(result !== 'skipped' && contact?.name) || t('line', { line })}
          href={contact ? `/contacts/${contact.id}` : undefined}
          where={
            contact && (result === 'skipped' ? t('theirs', { name: contact.name }) : t('line', { line }))
          }
          said={[...sentencesOf(codes, language), detail].filter(Boolean).join(' ')}
          state={
            stillClosed ? (
              <Chip kind="closed">{t('still_closed')}</Chip>
            ) : (
              <Chip kind="calm" icon={result === 'skipped' ? 'alert' : 'check'}>
                {t(`results.${result}`)}
              </Chip>
            )
          }
        />
      ))}
    </Rows>
  );
}

function countOf(kept: KeptImport, view: ImportView): number {
  const { created, updated, unchanged, skipped, stillClosed } = kept;
  return {
    everything: created + updated + unchanged + skipped,
    skipped,
    still_closed: stillClosed,
    created,
    updated,
  }[view];
}
