import { useEffect, useRef } from 'react';
import { Field, Select } from '@/components/ui/field';
import { Fold } from '@/components/ui/fold';
import type { FormAnswer } from '@/lib/auth/answer';
import type { OutcomePlan } from './outcome-plan';

interface ReferralFieldsProps {
  plan: OutcomePlan['referral'];
  answer: Pick<FormAnswer, 'fields' | 'values'>;
}

const names = ['referral', 'referralId', 'referralAddress'];

/** Whom they named instead: one of those we know, or somebody new. */
export function ReferralFields({ plan, answer }: ReferralFieldsProps) {
  const at = (name: string) => ({
    name,
    ...(answer.fields[name] ? { error: answer.fields[name] } : {}),
    defaultValue: answer.values[name] ?? '',
  });
  const open = names.some((name) => Boolean(answer.fields[name] ?? answer.values[name]));
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const form = box.current?.closest('form');
    // Somebody else: then one wants to say who.
    const unfold = ({ target }: Event) => {
      const fold = box.current?.querySelector('details');
      if (fold && target instanceof HTMLInputElement && target.value === 'wrong_person') fold.open = true;
    };
    form?.addEventListener('change', unfold);
    return () => form?.removeEventListener('change', unfold);
  }, []);
  return (
    <div className="pt-2 pb-4" ref={box}>
      <Fold summary={plan.summary} open={open}>
        <Field label={plan.label} hint={plan.hint} autoComplete="off" maxLength={200} {...at('referral')} />
        <Field label={plan.address} hint={plan.addressHint} autoComplete="off" {...at('referralAddress')} />
        {plan.known.length > 0 && (
          <Select label={plan.or} {...at('referralId')}>
            <option value="">{plan.nobody}</option>
            {plan.known.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        )}
      </Fold>
    </div>
  );
}
