'use client';

import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useKeptForm } from '@/components/gate/kept-form';
import { Button, ButtonLink } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { FormMessage } from '@/components/ui/form-message';
import { noAnswer } from '@/lib/auth/answer';
import { hearReply } from '@/lib/replies/actions';
import { useCalmEnter } from './calm-enter';
import { useFirstMistake } from './first-mistake';
import { Closes, OutcomeFields } from './outcome-fields';
import type { OutcomePlan } from './outcome-plan';

interface HearFormProps {
  messageId: string;
  /** How many were heard before this one, in a row. */
  done: number;
  plan: OutcomePlan;
  before?: Readonly<Record<string, string | null>>;
  /** Asked for when the owner hears it again. */
  reason?: { label: string; hint: string } | undefined;
  skip?: { href: string; label: string } | undefined;
  /** `noting`: with `{outcome}` in it. */
  words: Record<'heard' | 'pending' | 'noting', string>;
}

/**
 * One reply, one outcome. Words selected in what they said become the words it rests on. While it is being recorded the
 * form says what, and takes nothing more; that it is heard only the server says, by going on to the next.
 */
export function HearForm({ messageId, done, plan, before, reason, skip, words }: HearFormProps) {
  const { answer, pending, form } = useKeptForm(hearReply, noAnswer);
  const box = useRef<HTMLFormElement>(null);
  useSelectedWords(box);
  useFirstMistake(box, answer);
  useCalmEnter(box);
  const [noting, setNoting] = useState('');
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    const outcome = new FormData(event.currentTarget).get('outcome');
    const label = plan.outcomes.find(({ value }) => value === outcome)?.label ?? '';
    if (!pending) setNoting(label && words.noting.replace('{outcome}', () => label));
    form.onSubmit(event);
    // What is asked is out of reach now; whoever uses the keyboard stands where it goes on.
    event.currentTarget.querySelector<HTMLElement>('[type=submit]')?.focus({ preventScroll: true });
  };
  return (
    <form {...form} onSubmit={onSubmit} ref={box} className="group" noValidate>
      {!pending && answer.error && (
        <div className="pb-5">
          <FormMessage kind="error">{answer.error}</FormMessage>
        </div>
      )}
      <input type="hidden" name="messageId" value={messageId} />
      <input type="hidden" name="done" value={done} />
      <div inert={pending} className="inert:opacity-60">
        <OutcomeFields plan={plan} answer={answer} {...(before ? { before } : {})} />
        {reason && (
          <Field
            {...reason}
            name="reason"
            required
            defaultValue={answer.values['reason'] ?? ''}
            {...(answer.fields['reason'] ? { error: answer.fields['reason'] } : {})}
          />
        )}
      </div>
      <div className="acts pt-6">
        <Button type="submit" variant="first" shortcut="mod+Enter" aria-busy={pending || undefined}>
          {pending ? words.pending : words.heard}
        </Button>
        <span role="status" className="empty:hidden">
          {pending && noting}
        </span>
        {!pending && <Closes closes={plan.closes} />}
        {skip && (
          <span className="ml-auto">
            <ButtonLink href={skip.href} variant="quiet" shortcut="n">
              {skip.label}
            </ButtonLink>
          </span>
        )}
      </div>
    </form>
  );
}

function useSelectedWords(box: React.RefObject<HTMLFormElement | null>) {
  useEffect(() => {
    const take = () => {
      const selection = document.getSelection();
      const from = selection?.anchorNode?.parentElement?.closest('[data-theirs]');
      const words = selection?.toString().trim() ?? '';
      const field = box.current?.querySelector<HTMLInputElement>('[data-words-field]');
      if (from && field && words.length > 1) field.value = words;
    };
    document.addEventListener('selectionchange', take);
    return () => document.removeEventListener('selectionchange', take);
  }, [box]);
}
