'use client';

import { useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { DateField } from '@/components/ui/field';
import type { OutcomePlan } from './outcome-plan';

interface UntilFieldProps {
  plan: OutcomePlan['until'];
  name: string;
  defaultValue: string;
  error?: string;
}

/** One choice: the day they named, or none. What follows from it stands under it in words, with the day. */
export function UntilField({ plan, defaultValue, ...field }: UntilFieldProps) {
  const [day, setDay] = useState(defaultValue);
  const box = useRef<HTMLDivElement>(null);
  const choose = (chosen: string) => {
    const input = box.current?.querySelector('input');
    if (input) input.value = chosen;
    setDay(chosen);
  };
  return (
    <div ref={box}>
      <DateField
        {...field}
        label={plan.label}
        defaultValue={defaultValue}
        onChange={({ target }) => setDay(target.value)}
      />
      <div className="acts mt-2">
        {plan.quick.map(({ day: quick, label }) => (
          <Button
            key={quick}
            aria-pressed={day === quick}
            className="aria-pressed:border-accent"
            onClick={() => choose(quick)}
          >
            {label}
          </Button>
        ))}
        <Button aria-pressed={day === ''} className="aria-pressed:border-accent" onClick={() => choose('')}>
          {plan.clear}
        </Button>
      </div>
      <p className="text-soft mt-2 text-[14px]" aria-live="polite">
        {whatFollows(plan, day)}
      </p>
    </div>
  );
}

function whatFollows(plan: OutcomePlan['until'], day: string): string {
  if (!/^\d{4}-\d\d-\d\d$/.test(day)) return plan.unnamed;
  const said = new Intl.DateTimeFormat(plan.language === 'es' ? 'es-ES' : 'en-GB', {
    timeZone: 'UTC',
    dateStyle: 'long',
  });
  const sentence = day > plan.today ? plan.named : plan.over;
  return sentence.replace(plan.blank, said.format(new Date(`${day}T12:00:00Z`)));
}
