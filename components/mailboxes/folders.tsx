import { useTranslations } from 'next-intl';
import { Fold } from '@/components/ui/fold';
import { Section } from '@/components/ui/page';
import { Row, Rows } from '@/components/ui/rows';
import { agoOf, dayOf, momentOf, type Reading } from '@/lib/language/moments';
import { toldWhen } from '@/lib/mailboxes/told';
import type { HeardFolder, Skipped } from '@/lib/sync/heard/queries';

/** The proof of listening: each folder with when it was last read to its end, and what was not. Server only. */
export function Folders({
  folders,
  skipped,
  reading,
}: {
  folders: readonly HeardFolder[];
  skipped: readonly Skipped[];
  reading: Reading;
}) {
  const t = useTranslations('mailboxes.folders');
  return (
    <Section caption={t('caption')} apart>
      <p className="lede">{folders.length === 0 ? t('none') : t('lede')}</p>
      {folders.length > 0 && (
        <Rows label={t('caption')}>
          {folders.map((folder) => (
            <Folder key={folder.path} {...{ folder, reading }} />
          ))}
        </Rows>
      )}
      {skipped.length > 0 && (
        <div className="mt-3">
          <Fold summary={t('why')}>
            <ul className="hint list-disc space-y-1 pl-5">
              {skipped.map(({ why, count, latest }) => (
                <li key={why}>{t('reason', { count, why, day: dayOf(latest, reading) })}</li>
              ))}
            </ul>
          </Fold>
        </div>
      )}
    </Section>
  );
}

function Folder({ folder, reading }: { folder: HeardFolder; reading: Reading }) {
  const t = useTranslations('mailboxes.folders');
  const { path, role, readToEndAt, comparedAt, missing, seen, skipped, waiting } = folder;
  const counts = [
    t('seen', { count: seen }),
    ...(skipped > 0 ? [t('skipped', { count: skipped })] : []),
    ...(waiting > 0 ? [t('waiting', { count: waiting })] : []),
    ...(comparedAt ? [t('compared', { when: toldWhen(comparedAt, reading), missing })] : []),
  ];
  return (
    <Row
      name={role === 'other' ? path : t(`roles.${role}`)}
      where={role === 'other' ? undefined : path}
      said={<span className="row-where">{counts.join(' · ')}</span>}
      when={
        <span title={readToEndAt ? momentOf(readToEndAt, reading) : undefined}>
          {readToEndAt ? agoOf(readToEndAt, reading) : t('not_yet')}
        </span>
      }
    />
  );
}
