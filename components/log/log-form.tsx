'use client';

import { useRef } from 'react';
import { useKeptForm } from '@/components/gate/kept-form';
import { useFirstMistake } from '@/components/replies/first-mistake';
import { Closes, OutcomeFields } from '@/components/replies/outcome-fields';
import { Button } from '@/components/ui/button';
import { DateField, Field, RadioRow, Select, TextArea } from '@/components/ui/field';
import { FormMessage } from '@/components/ui/form-message';
import { noAnswer } from '@/lib/auth/answer';
import { logSomething } from '@/lib/replies/actions';
import type { LogPlan } from './log-plan';

// A talk; or words of theirs from where one only talks, in person and on the phone (lib/threads/log.ts, talksIn).
const whenTalked =
  'group-has-[[value=talk]:checked]:block group-[:has([value=message]:checked):has([value=inbound]:checked):has(option[value^=in]:checked,option[value^=phone]:checked)]:block';

/** What was said, by whom, where and when. Only what the kind needs is in sight; everything guessed says so. */
export function LogForm({ plan }: { plan: LogPlan }) {
  const { answer, pending, form } = useKeptForm(logSomething, noAnswer);
  const box = useRef<HTMLFormElement>(null);
  useFirstMistake(box, answer);
  const at = (name: string) => ({
    name,
    ...(answer.fields[name] ? { error: answer.fields[name] } : {}),
    defaultValue: answer.values[name] ?? plan.before[name] ?? '',
  });
  const guess = (name: string) => (plan.guess && plan.before[name] ? { aside: plan.guess } : {});
  return (
    <form {...form} ref={box} className="group" noValidate>
      {answer.error && <FormMessage kind="error">{answer.error}</FormMessage>}
      <input type="hidden" name="contactId" value={plan.contactId} />
      {plan.corrects && <input type="hidden" name="corrects" value={plan.corrects} />}
      <RadioRow legend={plan.kinds.legend} choices={plan.kinds.choices} {...at('kind')} />
      <div className="group-has-[[value=talk]:checked]:hidden">
        <RadioRow
          legend={plan.directions.legend}
          choices={plan.directions.choices}
          {...(plan.directions.hint ? { hint: plan.directions.hint } : {})}
          {...at('direction')}
        />
      </div>
      <div className="hidden group-has-[option[value^=email]:checked]:block">
        <Field label={plan.subject.label} aside={plan.subject.aside} autoComplete="off" {...at('subject')} />
      </div>
      <TextArea label={plan.body.label} hint={plan.body.hint} rows={6} {...at('body')} />
      <div className="desk:grid-cols-[minmax(0,1fr)_170px_210px] grid gap-x-5 pt-5">
        <div>
          <Select label={plan.where.label} {...guess('where')} {...at('where')}>
            {plan.where.choices.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </Select>
        </div>
        <div>
          <DateField label={plan.day.label} max={plan.day.most} {...guess('day')} {...at('day')} />
        </div>
        <div>
          <Field
            label={plan.hour.label}
            type="time"
            hint={plan.hour.hint}
            {...guess('hour')}
            {...at('hour')}
          />
        </div>
      </div>
      <div className="hidden group-has-[[value=outbound]:checked]:block group-has-[[value=talk]:checked]:hidden">
        <Chosen plan={plan.answers} field={{ ...guess('answersId'), ...at('answersId') }} />
        <Chosen
          plan={{
            ...plan.pitch,
            hint: null,
            choices: plan.pitch.choices.map(({ id, name }) => ({ id, label: name })),
          }}
          field={at('pitchId')}
        />
      </div>
      <div className={`hidden pt-7 ${whenTalked}`}>
        <p className="lede pb-5">{plan.heardAlready}</p>
        <OutcomeFields plan={plan.outcome} answer={answer} before={plan.before} />
      </div>
      {plan.corrects && <Field {...plan.reason} required autoComplete="off" {...at('reason')} />}
      <div className="acts pt-6">
        <Button type="submit" variant="first" shortcut="mod+Enter" aria-busy={pending || undefined}>
          {pending ? plan.words.pending : plan.words.submit}
        </Button>
        <span className={`hidden ${whenTalked}`}>
          <Closes closes={plan.outcome.closes} />
        </span>
      </div>
    </form>
  );
}

interface ChosenProps {
  plan: {
    label: string;
    none: string;
    hint: string | null;
    choices: readonly { id: string; label: string }[];
  };
  field: { name: string; defaultValue: string; aside?: string; error?: string };
}

function Chosen({ plan, field }: ChosenProps) {
  if (plan.choices.length === 0) return null;
  return (
    <Select label={plan.label} {...(plan.hint ? { hint: plan.hint } : {})} {...field}>
      <option value="">{plan.none}</option>
      {plan.choices.map(({ id, label }) => (
        <option key={id} value={id}>
          {label}
        </option>
      ))}
    </Select>
  );
}
