import { getTranslations } from 'next-intl/server';
import { Button } from '@/components/ui/button';
import { RadioRow, Select } from '@/components/ui/field';
import { timeZones } from '@/lib/auth/zone';
import { policyText } from '@/lib/policy/asked';
import { invitations, type Policy } from '@/lib/policy/policy';
import { countWord } from './count-word';

/** What an owner may change. It leads to what that would change, and saves nothing. */
export async function PolicyForm({ policy }: { policy: Policy }) {
  const t = await getTranslations('policy');
  const choices = [0, 1, 2].map((count) => ({
    value: String(count),
    label: t(`how_many.${countWord(count)}`),
  }));
  return (
    <form action="/settings/policy" key={policyText(policy)}>
      <input type="hidden" name="look" value="1" />
      <Select label={t('zone')} name="timeZone" defaultValue={policy.timeZone} hint={t('zone_hint')}>
        {timeZones(policy.timeZone).map((zone) => (
          <option key={zone} value={zone}>
            {zone.replaceAll('_', ' ')}
          </option>
        ))}
      </Select>
      <RadioRow
        legend={t('never_answered')}
        name="followUpsNeverAnswered"
        choices={choices}
        defaultValue={String(policy.followUpsNeverAnswered)}
        hint={t('never_answered_hint')}
      />
      <RadioRow
        legend={t('in_conversation')}
        name="followUpsInConversation"
        choices={choices}
        defaultValue={String(policy.followUpsInConversation)}
        hint={t('in_conversation_hint')}
      />
      <RadioRow
        legend={t('invitation')}
        name="invitationNeeded"
        choices={invitations.map((value) => ({ value, label: t(`invitations.${value}`) }))}
        defaultValue={policy.invitationNeeded}
        hint={t('invitation_hint')}
      />
      <div className="acts pt-4">
        <Button type="submit" variant="first">
          {t('see')}
        </Button>
      </div>
    </form>
  );
}
