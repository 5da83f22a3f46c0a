import { useEffect, useRef, useState } from 'react';
import { Field, Select } from '@/components/ui/field';
import { Fold } from '@/components/ui/fold';
import type { FormAnswer } from '@/lib/auth/answer';
import { guessedReferral } from '@/lib/replies/guessed-referral';
import type { OutcomePlan } from './outcome-plan';

interface ReferralFieldsProps {
  plan: OutcomePlan['referral'];
  answer: Pick<FormAnswer, 'fields' | 'values'>;
  /** What is chosen before anybody chooses. */
  outcome: string;
  /** Whom they were heard to name before. */
  before?: Readonly<Record<string, string | null>>;
}

const names = ['referral', 'referralId', 'referralAddress'];
const unsaid = { name: '', address: '' };

/** Whom they named instead: one of those we know, or somebody new. A guess stands there only with "somebody else". */
export function ReferralFields({ plan, answer, outcome, before = {} }: ReferralFieldsProps) {
  const isTold = names.some((name) => Boolean(answer.fields[name] ?? answer.values[name] ?? before[name]));
  const { box, isElse } = useSomebodyElse(outcome === 'wrong_person');
  const guess = isElse && !isTold ? (plan.guess ?? null) : null;
  const { name, address } = guess ?? unsaid;
  const at = (field: string, guessed = '') => ({
    name: field,
    ...(answer.fields[field] ? { error: answer.fields[field] } : {}),
    defaultValue: answer.values[field] ?? before[field] ?? guessed,
  });
  return (
    <div className="pt-2 pb-4" ref={box}>
      <Fold summary={plan.summary} open={isTold || isElse}>
        {guess && (
          <>
            <p className="lede pb-3" data-referral-guess="">
              {plan.guess?.told}
            </p>
            <input type="hidden" name="referralGuess" value={guessedReferral(guess)} />
          </>
        )}
        <div key={guess ? 'guessed' : 'empty'}>
          <Field
            label={plan.label}
            hint={plan.hint}
            autoComplete="off"
            maxLength={200}
            {...at('referral', name)}
          />
          <Field
            label={plan.address}
            hint={plan.addressHint}
            autoComplete="off"
            {...at('referralAddress', address)}
          />
        </div>
        {plan.known.length > 0 && (
          <Select label={plan.or} {...at('referralId')}>
            <option value="">{plan.nobody}</option>
            {plan.known.map(({ id, name: known }) => (
              <option key={id} value={id}>
                {known}
              </option>
            ))}
          </Select>
        )}
      </Fold>
    </div>
  );
}

/** Whether "somebody else" is chosen: then one wants to say who. What was typed meanwhile stays as it is. */
function useSomebodyElse(atFirst: boolean) {
  const box = useRef<HTMLDivElement>(null);
  const [isElse, setElse] = useState(atFirst);
  useEffect(() => {
    const form = box.current?.closest('form');
    // A key of the page presses by script; whoever walks through the choices with arrows stays among them.
    const press = (event: Event) => {
      if (event.isTrusted || !isElseIn(event)) return;
      requestAnimationFrame(() =>
        box.current?.querySelector<HTMLInputElement>('input[name=referral]')?.focus(),
      );
    };
    const choose = ({ target }: Event) => {
      if (!(target instanceof HTMLInputElement) || target.name !== 'outcome') return;
      const fields = [
        ...(box.current?.querySelectorAll<HTMLInputElement>('input[type=text], input:not([type])') ?? []),
      ];
      if (fields.some(({ value, defaultValue }) => value !== defaultValue)) return;
      setElse(target.value === 'wrong_person');
      const fold = box.current?.querySelector('details');
      if (fold && target.value === 'wrong_person') fold.open = true;
    };
    form?.addEventListener('click', press);
    form?.addEventListener('change', choose);
    return () => {
      form?.removeEventListener('click', press);
      form?.removeEventListener('change', choose);
    };
  }, []);
  return { box, isElse };
}

const isElseIn = ({ target }: Event) =>
  target instanceof HTMLInputElement && target.name === 'outcome' && target.value === 'wrong_person';
