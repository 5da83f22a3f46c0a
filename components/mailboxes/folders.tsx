import { useTranslations } from 'next-intl';
import { Section } from '@/components/ui/page';
import { Row, Rows } from '@/components/ui/rows';
import { agoOf, momentOf, type Reading } from '@/lib/language/moments';

/** A folder and how far it was heard. */
export interface HeardFolder {
  readonly path: string;
  readonly role: 'inbox' | 'sent' | 'archive' | 'other';
  /** Everything up to here was read; null before the first time. */
  readonly readToEndAt: Date | null;
  readonly seen: number;
  /** Not read, each with a reason that the list below names. */
  readonly skipped: number;
  /** Known to be there and not read yet. */
  readonly waiting: number;
}

/** The proof of listening: each folder with when it was last read to its end, and what was not. Server only. */
export function Folders({ folders, reading }: { folders: readonly HeardFolder[]; reading: Reading }) {
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
    </Section>
  );
}

function Folder({ folder, reading }: { folder: HeardFolder; reading: Reading }) {
  const t = useTranslations('mailboxes.folders');
  const { path, role, readToEndAt, seen, skipped, waiting } = folder;
  const counts = [
    t('seen', { count: seen }),
    ...(skipped > 0 ? [t('skipped', { count: skipped })] : []),
    ...(waiting > 0 ? [t('waiting', { count: waiting })] : []),
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
