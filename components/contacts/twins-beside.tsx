import { useTranslations } from 'next-intl';
import { ActForm } from '@/components/gate/act-form';
import { StandingChip } from '@/components/today/standing-chip';
import { Confirm } from '@/components/ui/fold';
import { TextLink } from '@/components/ui/page';
import { keepTwo, makeOne } from '@/lib/contacts/twins/actions';
import type { Twin, Twins } from '@/lib/contacts/twins/queries';
import { dayOf, type Reading } from '@/lib/language/moments';

interface TwinsBesideProps {
  twins: Twins;
  writes: boolean;
  reading: Reading;
}

/** Two who look like one: beside each other, with why, and what may be said about it. */
export function TwinsBeside({ twins: { one, other, why }, writes, reading }: TwinsBesideProps) {
  const t = useTranslations('twins');
  const ui = useTranslations('ui');
  return (
    <li className="border-line border-b py-6">
      <p className="text-faint pb-3 text-[13px]">{why.map((code) => t(`why.${code}`)).join(' ')}</p>
      <div className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,280px),1fr))] gap-6">
        <Side twin={one} other={other} writes={writes} reading={reading} />
        <Side twin={other} other={one} writes={writes} reading={reading} />
      </div>
      {writes && (
        <div className="pt-4">
          <ActForm
            action={keepTwo}
            hidden={{ one: one.id, other: other.id }}
            submit={t('are_two')}
            pending={ui('working')}
            variant="quiet"
          />
        </div>
      )}
    </li>
  );
}

interface SideProps extends Omit<TwinsBesideProps, 'twins'> {
  twin: Twin;
  other: Twin;
}

function Side({ twin, other, writes, reading }: SideProps) {
  const t = useTranslations('twins');
  const ui = useTranslations('ui');
  const { id, name, position, organization, addresses, messages, createdAt } = twin;
  const { state, owes, holder, closedBy, restsUntil, promisedFor, ended } = twin;
  return (
    <div className="min-w-0">
      <h2 className="text-[17px] font-medium">
        <TextLink href={`/contacts/${id}`}>{name}</TextLink>
      </h2>
      <p className="text-soft">{[position, organization].filter(Boolean).join(', ')}</p>
      <p className="py-1">
        <StandingChip
          {...{ state, owes, holder, closedBy, restsUntil, promisedFor, ended }}
          now={reading.now}
        />
      </p>
      <p className="text-soft text-[14px] break-words">{addresses.join(' · ')}</p>
      <p className="text-faint pb-3 text-[13px]">
        {t('messages', { count: messages })} · {t('since', { day: dayOf(createdAt, reading) })}
      </p>
      {writes && (
        <Confirm act={t('keep', { name })}>
          <p className="pb-3">{t('keep_why', { name, other: other.name })}</p>
          <ActForm
            action={makeOne}
            hidden={{ from: other.id, into: id }}
            submit={t('make_one')}
            pending={ui('working')}
            variant="danger"
          />
        </Confirm>
      )}
    </div>
  );
}
