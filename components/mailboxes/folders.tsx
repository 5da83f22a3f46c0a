import { useLocale, useTranslations } from 'next-intl';
import { ActionForm } from '@/components/auth/action-form';
import { Fold } from '@/components/ui/fold';
import { Section } from '@/components/ui/page';
import { Row, Rows } from '@/components/ui/rows';
import { dayOf, momentOf, type Reading } from '@/lib/language/moments';
import { toldWhen } from '@/lib/mailboxes/told';
import { readFolder } from '@/lib/sync/folders/actions';
import type { HeardFolder, Skipped, UnheardFolder } from '@/lib/sync/heard/queries';
import { KeepPlace } from './keep-place';

interface FoldersProps {
  /** Of the mailbox. */
  id: string;
  folders: readonly HeardFolder[];
  unheard: readonly UnheardFolder[];
  skipped: readonly Skipped[];
  reading: Reading;
}

/** The proof of listening: each folder with when it was last read to its end, what became of its mails, and what is not read. Server only. */
export function Folders({ id, folders, unheard, skipped, reading }: FoldersProps) {
  const t = useTranslations('mailboxes.folders');
  return (
    <Section caption={t('caption')} apart>
      <p className="lede">{folders.length === 0 ? t('none') : t('lede')}</p>
      <KeepPlace
        ids={[...folders.map((folder) => folder.id), ...choosable(unheard).map((one) => `${one.id} unread`)]}
      >
        {folders.length > 0 && (
          <Rows label={t('caption')}>
            {folders.map((folder) => (
              <Folder key={folder.id} mailboxId={id} {...{ folder, reading }} />
            ))}
          </Rows>
        )}
        {unheard.length > 0 && <Unheard mailboxId={id} folders={unheard} />}
      </KeepPlace>
      {skipped.length > 0 && (
        <div className="mt-3">
          <Fold summary={t('why', { count: skipped.reduce((all, { count }) => all + count, 0) })}>
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

interface FolderProps {
  mailboxId: string;
  folder: HeardFolder;
  reading: Reading;
}

function Folder({ mailboxId, folder, reading }: FolderProps) {
  const t = useTranslations('mailboxes.folders');
  const { id, path, role, readToEndAt, comparedAt, missing, messages, remembered, skipped, waiting } = folder;
  const seen = messages + remembered + skipped;
  const counts = [
    t('looked', { count: seen }),
    ...(seen > 0 ? [t('messages', { count: messages })] : []),
    ...(remembered > 0 ? [t('remembered', { count: remembered })] : []),
    ...(skipped > 0 ? [t('skipped', { count: skipped })] : []),
    ...(waiting > 0 ? [t('waiting', { count: waiting })] : []),
  ];
  const called = role === 'other' ? path : t(`roles.${role}`);
  const isChosen = role === 'other' || role === 'junk' || role === 'trash';
  return (
    <Row
      name={<span className="wrap-anywhere">{called}</span>}
      where={called === path ? undefined : path}
      said={
        <div className="row-where space-y-1">
          <div>{counts.join(' · ')}</div>
          {comparedAt && <div>{t('compared', { when: toldWhen(comparedAt, reading), missing })}</div>}
          {isChosen && (
            <Choose
              {...{ mailboxId, id }}
              wanted="no"
              act={t('leave')}
              label={t('leave_which', { folder: called })}
            />
          )}
        </div>
      }
      when={
        <span title={readToEndAt ? momentOf(readToEndAt, reading) : undefined}>
          {readToEndAt ? t('to', { when: toldWhen(readToEndAt, reading) }) : t('not_yet')}
        </span>
      }
    />
  );
}

const named = 6;
const choosable = (folders: readonly UnheardFolder[]) => folders.filter(({ role }) => role !== 'drafts');

function Unheard({ mailboxId, folders }: { mailboxId: string; folders: readonly UnheardFolder[] }) {
  const t = useTranslations('mailboxes.folders');
  const locale = useLocale();
  const calledOf = ({ role, path }: UnheardFolder) => (role === 'other' ? path : t(`roles.${role}`));
  const names = folders.slice(0, named).map(calledOf);
  const more = folders.length - names.length;
  const list =
    more > 0
      ? t('unread_more', { folders: names.join(', '), count: more })
      : new Intl.ListFormat(locale === 'es' ? 'es' : 'en-GB').format(names);
  const choices = choosable(folders);
  return (
    <div className="mt-4">
      <p className="lede wrap-anywhere">{t('unread', { folders: list })}</p>
      {choices.length < folders.length && <p className="hint">{t('drafts')}</p>}
      {choices.length > 0 && (
        <div className="mt-2">
          <Fold summary={t('choose')}>
            <Rows label={t('choose')}>
              {choices.map((folder) => (
                <Row
                  key={folder.id}
                  name={<span className="wrap-anywhere">{calledOf(folder)}</span>}
                  where={calledOf(folder) === folder.path ? undefined : folder.path}
                  said={
                    <Choose
                      {...{ mailboxId, id: folder.id }}
                      wanted="yes"
                      act={t('read')}
                      label={t('read_which', { folder: calledOf(folder) })}
                    />
                  }
                />
              ))}
            </Rows>
          </Fold>
        </div>
      )}
    </div>
  );
}

interface ChooseProps {
  mailboxId: string;
  /** Of the folder. */
  id: string;
  wanted: 'yes' | 'no';
  act: string;
  label: string;
}

function Choose({ mailboxId, id, wanted, act, label }: ChooseProps) {
  const t = useTranslations('mailboxes');
  return (
    <ActionForm
      action={readFolder}
      hidden={{ id: mailboxId, folder: id, wanted }}
      submit={act}
      label={label}
      pending={t('moment')}
      variant={wanted === 'yes' ? 'plain' : 'quiet'}
      inRow
    />
  );
}
