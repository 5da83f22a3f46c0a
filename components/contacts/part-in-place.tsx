'use client';

import {
  startTransition,
  useActionState,
  useOptimistic,
  useRef,
  useState,
  type FormEvent,
  type ReactNode,
} from 'react';
import { answerOr } from '@/components/gate/answer-or';
import { useFirstMistake } from '@/components/replies/first-mistake';
import { Button } from '@/components/ui/button';
import { Fold } from '@/components/ui/fold';
import { FormMessage } from '@/components/ui/form-message';
import { noAnswer, type FormAnswer } from '@/lib/auth/answer';
import { changeMet, changeNote } from '@/lib/contacts/actions';
import { ContactField, type FieldPlan } from './contact-field';
import { MetWords, NoteWords, type MetSaid, type Values } from './part-words';

interface PartInPlaceProps {
  contactId: string;
  fields: readonly FieldPlan[];
  /** `add` while there is nothing to change; `lost`: no answer came back. */
  words: Record<'add' | 'change' | 'submit' | 'pending' | 'lost', string>;
  /** For how they were met; without it this is the note. */
  met?: { readonly said: MetSaid; readonly by: ReactNode };
}

/**
 * A part of what is kept about somebody, changed where it stands: it shows at once as it will stand. Refused, it shows
 * as it was, and the fold is open again with what was typed and what is wrong. Without a script it is an ordinary form.
 */
export function PartInPlace({ contactId, fields, words, met }: PartInPlaceProps) {
  const action = met ? changeMet : changeNote;
  const [first, send] = useActionState(action, noAnswer);
  const [latest, setLatest] = useState<FormAnswer | null>(null);
  const [typed, show] = useOptimistic<Values | null>(null);
  const [open, setOpen] = useState(isRefused(first));
  const [saved, setSaved] = useState(0);
  const box = useRef<HTMLFormElement>(null);
  const answer = latest ?? first;
  useFirstMistake(box, answer);

  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (typed) return;
    const form = new FormData(event.currentTarget);
    // The button goes out of sight with the fold: the way back in has the focus.
    event.currentTarget.closest('details')?.querySelector('summary')?.focus();
    setOpen(false);
    startTransition(async () => {
      show(valuesOf(form));
      const told = await answerOr(action, form, words.lost);
      // In one picture with the page as it is now.
      startTransition(() => {
        if (told === null) return;
        setLatest(told);
        if (isRefused(told)) setOpen(true);
        else setSaved((times) => times + 1);
      });
    });
  };

  const values = typed ?? Object.fromEntries(fields.map(({ name, value }) => [name, value]));
  const sameIntroducer = values['introducer'] === fields.find(({ name }) => name === 'introducer')?.value;
  const isEmpty = !met && !values['note']?.trim() && !values['tags']?.trim();
  const elsewhere = Object.entries(answer.fields).find(([name]) => !fields.some((one) => one.name === name));
  const wrong = answer.error ?? elsewhere?.[1];
  return (
    <>
      {met ? (
        <MetWords values={values} said={met.said} by={sameIntroducer ? met.by : null} />
      ) : (
        <NoteWords values={values} />
      )}
      <Fold summary={isEmpty ? words.add : words.change} open={open} toggled={setOpen}>
        <form key={saved} ref={box} action={send} onSubmit={onSubmit}>
          <input type="hidden" name="contactId" value={contactId} />
          {fields.map((plan) => (
            <ContactField key={plan.name} plan={plan} answer={answer} />
          ))}
          {wrong && <FormMessage kind="error">{wrong}</FormMessage>}
          <div className="acts pt-4">
            <Button type="submit">{words.submit}</Button>
          </div>
        </form>
      </Fold>
      <p role="status" className="row-where">
        {typed ? words.pending : !open && answer.done}
      </p>
    </>
  );
}

const isRefused = ({ error, fields }: FormAnswer) => error !== null || Object.keys(fields).length > 0;

function valuesOf(form: FormData): Values {
  return Object.fromEntries(
    [...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
}
