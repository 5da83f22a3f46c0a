import { useTranslations } from 'next-intl';
import { useAlso } from '@/components/threads/happening-line';
import { FormMessage } from '@/components/ui/form-message';
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

const shortened = (text: string) =>
  (text.length > 60 ? `${text.slice(0, 59).trimEnd()}…` : text).replace(/\s+/g, ' ');
