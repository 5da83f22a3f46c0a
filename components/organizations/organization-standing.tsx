import { getTranslations } from 'next-intl/server';
import { Sentence } from '@/components/gate/sentence';
import { ButtonLink } from '@/components/ui/button';
import { StandingBlock } from '@/components/ui/standing-block';
import type { KeptOrganization } from '@/lib/contacts/organizations/queries';
import { readListFilter } from '@/lib/contacts/list/list-filter';
import { listPath } from '@/lib/contacts/list/list-path';
import type { ClosersThere } from '@/lib/gate/closers/queries';
import { kindOfOrganization, organizationWords } from '@/lib/gate/organization-words';
import type { Reading } from '@/lib/language/moments';

interface OrganizationStandingProps {
  organization: KeptOrganization;
  standing: ClosersThere;
  reading: Reading;
  writes: boolean;
}

/** Where it stands with an organization as a whole, as one sentence, and the way to who waits there. */
export async function OrganizationStanding({
  organization,
  standing,
  reading,
  writes,
}: OrganizationStandingProps) {
  const [t, gate] = await Promise.all([getTranslations('organizations'), getTranslations('gate')]);
  const told = { ...organization, ...standing };
  const { id, unheard } = organization;
  const held = standing.held?.messageId;
  const waiting = listPath({ ...readListFilter({ organization: id }), tab: 'listen' });
  return (
    <StandingBlock
      kind={kindOfOrganization(told)}
      label={gate('standing')}
      acts={
        writes &&
        unheard > 0 && (
          <ButtonLink href={held ? `/listen/${held}` : waiting} variant="first" icon="ear">
            {t(held ? 'listen' : 'who_waits')}
          </ButtonLink>
        )
      }
    >
      <p>
        <Sentence parts={organizationWords(told, reading)} />
      </p>
    </StandingBlock>
  );
}
