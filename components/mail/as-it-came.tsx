import { useTranslations } from 'next-intl';
import { Section, TextLink } from '@/components/ui/page';

interface AsItCameProps {
  /** The message. */
  id: string;
  /** How many pictures would be fetched from elsewhere. */
  blocked: number;
  /** Whether somebody asked for them. */
  remote: boolean;
}

/** How a mail looked, in a frame without scripts that knows nothing of this page. */
export function AsItCame({ id, blocked, remote }: AsItCameProps) {
  const t = useTranslations('mail.came');
  return (
    <Section caption={t('looked')} apart>
      {blocked > 0 && (
        <p className="lede pb-3">
          {remote ? t('pictures_shown') : t('pictures', { count: blocked })}{' '}
          <TextLink href={remote ? `/mail/${id}` : `/mail/${id}?pictures=1`}>
            {t(remote ? 'hide_pictures' : 'show_pictures')}
          </TextLink>
        </p>
      )}
      <iframe
        key={String(remote)}
        title={t('looked')}
        src={`/mail/${id}/as-it-came${remote ? '?pictures=1' : ''}`}
        sandbox="allow-popups allow-popups-to-escape-sandbox"
        referrerPolicy="no-referrer"
        className="border-line h-[70vh] w-full resize-y rounded-lg border bg-white"
      />
    </Section>
  );
}
