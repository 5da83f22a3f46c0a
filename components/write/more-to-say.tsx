import { getTranslations } from 'next-intl/server';
import { Checkbox, DateField } from '@/components/ui/field';
import { Fold } from '@/components/ui/fold';
import type { Writing } from '@/lib/outbox/writing/queries';

/** What an answer may say besides its words: that something is promised, or that it asks for no answer. */
export async function MoreToSay({ writing: { explained, choices } }: { writing: Writing }) {
  const t = await getTranslations('write.more');
  const { allowed, purpose } = explained.verdict;
  if (!allowed || purpose !== 'response' || !choices.answers) return null;
  return (
    <div className="pt-3">
      <Fold summary={t('summary')}>
        <div className="max-w-[52ch] space-y-4">
          <DateField label={t('promised')} name="promisedOn" hint={t('promised_hint')} />
          {!choices.pitchId && (
            <Checkbox label={t('nothing')} name="nothingToAnswer" hint={t('nothing_hint')} />
          )}
        </div>
      </Fold>
    </div>
  );
}
