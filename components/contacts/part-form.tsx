'use client';

import { useKeptForm } from '@/components/gate/kept-form';
import { FormEnd } from '@/components/ui/form-end';
import { noAnswer } from '@/lib/auth/answer';
import { changeMet, changeNote } from '@/lib/contacts/actions';
import { ContactField, type FieldPlan } from './contact-field';

interface PartFormProps {
  part: 'met' | 'note';
  contactId: string;
  fields: readonly FieldPlan[];
  words: Record<'submit' | 'pending', string>;
}

/** A part of what is kept about somebody, changed where it stands. */
export function PartForm({ part, contactId, fields, words }: PartFormProps) {
  const { answer, pending, form } = useKeptForm(part === 'met' ? changeMet : changeNote, noAnswer);
  return (
    <form {...form}>
      <input type="hidden" name="contactId" value={contactId} />
      {fields.map((plan) => (
        <ContactField key={plan.name} plan={plan} answer={answer} />
      ))}
      <FormEnd {...{ answer, pending, words }} />
    </form>
  );
}
