import { getTranslations } from 'next-intl/server';
import { TextLink } from '@/components/ui/page';
import { TakenBack } from './taken-back';

interface WithdrawNoProps {
  messageId: string;
  isTakenBack: boolean;
}

/** With which an owner corrects what was heard: a message that stands is heard again; one taken back lets go of all that it closed. */
export async function WithdrawNo({ messageId, isTakenBack }: WithdrawNoProps) {
  if (isTakenBack) return <TakenBack messageId={messageId} />;
  const t = await getTranslations('closers');
  return (
    <p className="mt-2">
      <TextLink href={`/listen/${messageId}`}>{t('hear_again')}</TextLink>
    </p>
  );
}
