'use client';

import { useState } from 'react';
import { useKeptForm } from '@/components/gate/kept-form';
import { Button, ButtonLink } from '@/components/ui/button';
import { FormMessage } from '@/components/ui/form-message';
import { Outcomes } from '@/components/ui/outcomes';
import { noAnswer } from '@/lib/auth/answer';
import { answerWhose } from '@/lib/sync/asking/actions';

interface WhoseFormProps {
  question: string;
  choices: readonly { value: string; shortcut: string; label: string; hint: string }[];
  other: { href: string; label: string; shortcut: string } | null;
  words: { legend: string; submit: string; pending: string };
}

// Why somebody is offered takes a line of its own: one tile a row.
const oneEach = '[&_.outcomes]:grid-cols-1';

/** One mail, one person: a key chooses, Enter says so. */
export function WhoseForm({ question, choices, other, words }: WhoseFormProps) {
  const { answer, pending, form } = useKeptForm(answerWhose, noAnswer);
  // What was wrong is over as soon as one chooses, here or among everybody else.
  const [past, setPast] = useState(noAnswer);
  const wrong = past === answer || other === null ? noAnswer : answer;
  return (
    <form {...form} noValidate onChange={() => setPast(answer)}>
      {wrong.error && (
        <div className="pb-5">
          <FormMessage kind="error">{wrong.error}</FormMessage>
        </div>
      )}
      <input type="hidden" name="question" value={question} />
      <div className={oneEach}>
        <Outcomes
          legend={words.legend}
          name="contact"
          error={wrong.fields['contact']}
          outcomes={choices.map(({ value, shortcut, label, hint }) => ({
            ...{ value, shortcut },
            label: (
              <>
                <span className="block">{label}</span>
                {hint && <span className="row-where block font-normal">{hint}</span>}
              </>
            ),
          }))}
        />
      </div>
      <div className="acts pt-5">
        <Button type="submit" variant="first" shortcut="mod+Enter" aria-busy={pending || undefined}>
          {pending ? words.pending : words.submit}
        </Button>
        {other && (
          <ButtonLink href={other.href} variant="plain" shortcut={other.shortcut}>
            {other.label}
          </ButtonLink>
        )}
      </div>
    </form>
  );
}
