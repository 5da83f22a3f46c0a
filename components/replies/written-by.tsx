import { useTranslations } from 'next-intl';
import { TextLink } from '@/components/ui/page';
import type { OtherWriter } from '@/lib/threads/mails/other-writer';

interface WrittenByProps {
  writer: OtherWriter;
  /** Whose conversation it is. */
  name: string;
}

/** Says who wrote in somebody's conversation, and leads to the question whose address it is. */
export function WrittenBy({ writer, name }: WrittenByProps) {
  const t = useTranslations('listen');
  const { address, contact, questionId } = writer;
  const who = contact?.name ?? writer.name;
  const told = {
    name,
    who: () =>
      contact ? <TextLink href={`/contacts/${contact.id}`}>{contact.name}</TextLink> : <b>{who}</b>,
    from: () =>
      who ? <span className="wrap-anywhere">{address}</span> : <b className="wrap-anywhere">{address}</b>,
  };
  return (
    <p className="lede pt-2" data-written-by={address}>
      {t.rich(who ? 'written_by' : 'written_by_address', told)}
      {questionId && (
        <>
          {' '}
          <TextLink href={`/mail/questions?at=${questionId}`}>{t('whose_address')}</TextLink>
        </>
      )}
    </p>
  );
}
