'use client';

import { useEffect, useRef } from 'react';
import { Field, RadioRow, Select, type Choice } from '@/components/ui/field';
import type { FormAnswer } from '@/lib/auth/answer';

interface Plan {
  name: string;
  label: string;
  hint?: string;
  value?: string;
}

/** A field as data, so that a form can be planned on the server and answered in place. */
export type FieldPlan =
  | (Plan & {
      kind: 'line';
      type?: 'text' | 'email' | 'password';
      autoComplete: string;
      aside?: string;
    })
  | (Plan & { kind: 'list'; choices: readonly { value: string; label: string }[] })
  | (Plan & { kind: 'zone'; zones: readonly string[]; guess: boolean })
  | (Plan & { kind: 'radios'; choices: readonly Choice[] });

export function AccountField({ plan, answer }: { plan: FieldPlan; answer: FormAnswer }) {
  const value = answer.values[plan.name] ?? plan.value;
  const said = {
    ...(plan.hint ? { hint: plan.hint } : {}),
    ...(answer.fields[plan.name] ? { error: answer.fields[plan.name] } : {}),
  };
  // A form is emptied when it was answered; what a list had chosen comes back only in a new one.
  const key = `${plan.name} ${value ?? ''}`;
  switch (plan.kind) {
    case 'line':
      return (
        <Field
          key={key}
          label={plan.label}
          name={plan.name}
          type={plan.type ?? 'text'}
          autoComplete={plan.autoComplete}
          aside={plan.aside}
          defaultValue={value}
          spellCheck={false}
          {...(plan.type === 'email' ? { inputMode: 'email', autoCapitalize: 'none' } : {})}
          {...said}
        />
      );
    case 'list':
      return (
        <Select key={key} label={plan.label} name={plan.name} defaultValue={value} {...said}>
          {plan.choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </Select>
      );
    case 'zone':
      return (
        <ZoneField
          key={key}
          plan={plan}
          value={value}
          said={said}
          guess={plan.guess && !answer.values[plan.name]}
        />
      );
    case 'radios':
      return (
        <RadioRow
          key={key}
          legend={plan.label}
          name={plan.name}
          choices={plan.choices}
          defaultValue={value}
          {...said}
        />
      );
  }
}

interface ZoneFieldProps {
  plan: Extract<FieldPlan, { kind: 'zone' }>;
  value: string | undefined;
  said: { hint?: string; error?: string | undefined };
  guess: boolean;
}

// The browser knows where it is; without a script the list stands at UTC and is chosen from.
function ZoneField({ plan, value, said, guess }: ZoneFieldProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const list = box.current?.querySelector('select');
    const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (guess && list && [...list.options].some((option) => option.value === here)) list.value = here;
  }, [guess]);
  return (
    <div ref={box} className="field">
      <Select label={plan.label} name={plan.name} defaultValue={value} {...said}>
        {plan.zones.map((zone) => (
          <option key={zone} value={zone}>
            {zone.replaceAll('_', ' ')}
          </option>
        ))}
      </Select>
    </div>
  );
}
