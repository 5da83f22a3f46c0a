'use client';

import { useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import type { readDay } from '@/lib/language/dates/read';
import { sayDay } from '@/lib/language/dates/say';
import type { OutcomePlan } from './outcome-plan';

interface UntilFieldProps {
  plan: OutcomePlan['until'];
  name: string;
  defaultValue: string;
  /** The day that was shown beside it, where the form comes back. */
  seen: string;
  error?: string;
}

interface Understood {
  /** `YYYY-MM-DD`; null where no day can be read in it. */
  day: string | null;
  /** The words, where their day is a reading of ours. */
  reading: string | null;
  otherwise: string | null;
}

const machineDay = /^\d{4}-\d\d-\d\d$/;
const asIs = (day: string | null): Understood => ({ day, reading: null, otherwise: null });

/** The day they named, in words or figures. What is understood stands under it, in words, before anything is stored. */
export function UntilField({ plan, name, defaultValue, seen, error }: UntilFieldProps) {
  const [typed, setTyped] = useState(defaultValue);
  const [chosen, setChosen] = useState<string | null>(seen || null);
  const [reader, setReader] = useState<{ read: typeof readDay } | null>(null);
  const box = useRef<HTMLDivElement>(null);
  // Six languages of dates are brought only to whoever comes to this field.
  const bring = () => {
    if (!reader) void import('@/lib/language/dates/read').then(({ readDay: read }) => setReader({ read }));
  };
  const choose = (words: string, day: string | null) => {
    const input = box.current?.querySelector('input');
    if (input) input.value = words;
    setTyped(words);
    setChosen(day);
  };
  const isWrong = error !== undefined && typed === defaultValue;
  const understood = chosen ? asIs(chosen) : understand(typed, plan, reader?.read ?? null);
  return (
    <div ref={box} onFocus={bring} onPointerEnter={bring}>
      <Field
        name={name}
        {...(isWrong ? { error } : {})}
        label={plan.label}
        placeholder={plan.placeholder}
        autoComplete="off"
        maxLength={200}
        defaultValue={defaultValue}
        onChange={({ target }) => {
          setTyped(target.value);
          setChosen(null);
        }}
      />
      <input type="hidden" name="untilSeen" value={understood?.day ?? ''} />
      <p className="text-soft mt-2 min-h-[1.5em] text-[14px]" aria-live="polite" data-understood="">
        {/* What is wrong is said once, beside the field. */}
        {isWrong && !understood?.day ? null : whatFollows(plan, typed, understood)}
      </p>
      <div className="acts mt-2">
        {plan.suggestion && <Suggested plan={plan.suggestion} chosen={chosen} choose={choose} />}
        {understood?.otherwise && (
          <Quick
            plan={{
              day: understood.otherwise,
              label: plan.or.replace(plan.blank, sayDay(understood.otherwise, plan.language)),
            }}
            {...{ chosen, choose, language: plan.language }}
          />
        )}
        {plan.quick.map((quick) => (
          <Quick key={quick.day} plan={quick} {...{ chosen, choose, language: plan.language }} />
        ))}
        <Button
          aria-pressed={typed === ''}
          className="aria-pressed:border-accent"
          onClick={() => choose('', null)}
        >
          {plan.clear}
        </Button>
      </div>
    </div>
  );
}

type Choose = (words: string, day: string | null) => void;

interface QuickProps {
  plan: { day: string; label: string };
  chosen: string | null;
  choose: Choose;
  language: OutcomePlan['until']['language'];
}

function Quick({ plan: { day, label }, chosen, choose, language }: QuickProps) {
  return (
    <Button
      aria-pressed={chosen === day}
      className="aria-pressed:border-accent"
      onClick={() => choose(sayDay(day, language), day)}
    >
      {label}
    </Button>
  );
}

interface SuggestedProps {
  plan: NonNullable<OutcomePlan['until']['suggestion']>;
  chosen: string | null;
  choose: Choose;
}

// Whoever takes the day they named takes the words it rests on with it.
function Suggested({ plan: { day, words, typed, label }, chosen, choose }: SuggestedProps) {
  const take = (pressed: HTMLElement) => {
    const field = pressed.closest('form')?.querySelector<HTMLInputElement>('[data-words-field]');
    if (field?.value === '') field.value = words;
    choose(typed, day);
  };
  return (
    <Button
      shortcut="d"
      aria-pressed={chosen === day}
      className="aria-pressed:border-accent"
      onClick={({ currentTarget }) => take(currentTarget)}
    >
      {label}
    </Button>
  );
}

function understand(
  typed: string,
  plan: OutcomePlan['until'],
  read: typeof readDay | null,
): Understood | null {
  const words = typed.trim();
  if (words === '') return null;
  if (machineDay.test(words)) return asIs(Number.isNaN(Date.parse(words)) ? null : words);
  if (!read) return null;
  const found = read(words, { today: plan.today, languages: [plan.language] });
  if (!found) return asIs(null);
  return {
    day: found.day,
    reading: found.sure === 'reading' ? found.words : null,
    otherwise: found.otherwise,
  };
}

function whatFollows(plan: OutcomePlan['until'], typed: string, understood: Understood | null): string {
  if (typed.trim() === '') return plan.unnamed;
  if (!understood) return '';
  const { day, reading } = understood;
  if (!day) return plan.unread;
  const sentence = day > plan.today ? plan.named : plan.over;
  const said = sentence.replace(plan.blank, sayDay(day, plan.language, { weekday: true }));
  return reading === null ? said : `${said} ${plan.reading.replace(plan.blank, reading)}`;
}
