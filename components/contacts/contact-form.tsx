'use client';

import { useRef } from 'react';
import { useKeptForm } from '@/components/gate/kept-form';
import { useFirstMistake } from '@/components/replies/first-mistake';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/field';
import { Fold } from '@/components/ui/fold';
import { FormMessage } from '@/components/ui/form-message';
import { noAnswer } from '@/lib/auth/answer';
import { changeContact, keepContact } from '@/lib/contacts/actions';
import { ContactField, type FieldPlan } from './contact-field';

interface ContactFormProps {
  /** Whom it changes; somebody new without one. */
  contactId?: string;
  fields: readonly FieldPlan[];
  /** Folded away until they are wanted. */
  more: readonly FieldPlan[];
  words: Record<'submit' | 'pending' | 'more' | 'share', string>;
}

/** What is kept about a person. It works without a script; with one it goes to the first mistake. */
export function ContactForm({ contactId, fields, more, words }: ContactFormProps) {
  const { answer, pending, form } = useKeptForm(contactId ? changeContact : keepContact, noAnswer);
  const box = useRef<HTMLFormElement>(null);
  useFirstMistake(box, answer);
  const wrongBelow = more.some(({ name }) => answer.fields[name]);
  const filledBelow = more.some(({ value }) => value !== '' && value !== 'unknown');
  return (
    <form {...form} ref={box} className="max-w-[560px]" noValidate>
      {contactId && <input type="hidden" name="contactId" value={contactId} />}
      {fields.map((plan, at) => (
        <ContactField key={plan.name} plan={plan} answer={answer} first={!contactId && at === 0} />
      ))}
      {answer.values['may_share'] && <Checkbox name="share" label={words.share} />}
      <div className="pt-6">
        <Fold summary={words.more} open={wrongBelow || filledBelow}>
          {more.map((plan) => (
            <ContactField key={plan.name} plan={plan} answer={answer} />
          ))}
        </Fold>
      </div>
      {answer.error && <FormMessage kind="error">{answer.error}</FormMessage>}
      <div className="acts pt-6">
        <Button type="submit" variant="first" shortcut="mod+Enter" aria-busy={pending || undefined}>
          {pending ? words.pending : words.submit}
        </Button>
      </div>
    </form>
  );
}
