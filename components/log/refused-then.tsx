import { useTranslations } from 'next-intl';
import { useAlso } from '@/components/threads/happening-line';
import { FormMessage } from '@/components/ui/form-message';
import { TextLink } from '@/components/ui/page';
import type { LoggedInOneGo } from '@/lib/replies/exchange/queries';

interface RefusedThenProps extends Pick<LoggedInOneGo, 'against'> {
  contact: Parameters<typeof useAlso>[0];
}

/** What the law would have refused of what was logged, each with its reasons. */
export function RefusedThen({ against, contact }: RefusedThenProps) {
  const t = useTranslations('log.exchange');
  const also = useAlso(contact);
  return against.map(({ id, body, codes }) => (
    <FormMessage key={id} kind="error">
      {t('refused', { words: shortened(body), reasons: also(codes) })}
    </FormMessage>
  ));
}

interface TakenForProps extends Pick<LoggedInOneGo, 'taken'> {
  contact: { readonly id: string; readonly name: string; readonly givenName: string | null };
}

/** What of ours was taken for the one thanks, or crossed with their words; and where one says that it was none. */
export function TakenFor({ taken, contact }: TakenForProps) {
  const t = useTranslations('conversation.said');
  const name = contact.givenName ?? contact.name;
  return taken.map(({ id, body, as }) => (
    <p key={id}>
      {t(`taken_${as}`, { words: shortened(body), name })}{' '}
      {as === 'thanks' && (
        <TextLink href={`/log?contact=${contact.id}&corrects=${id}`}>{t('no_thanks')}</TextLink>
      )}
    </p>
  ));
}

const shortened = (text: string) =>
  (text.length > 60 ? `${text.slice(0, 59).trimEnd()}…` : text).replace(/\s+/g, ' ');
