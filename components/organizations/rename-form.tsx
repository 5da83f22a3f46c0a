'use client';

import { useKeptForm } from '@/components/gate/kept-form';
import { Field } from '@/components/ui/field';
import { Fold } from '@/components/ui/fold';
import { FormEnd } from '@/components/ui/form-end';
import { noAnswer } from '@/lib/auth/answer';
import { callOrganization } from '@/lib/contacts/organizations/actions';

interface RenameFormProps {
  id: string;
  name: string;
  words: Record<'rename' | 'name' | 'submit' | 'pending', string>;
}

/** With which an organization is called something else, in place. */
export function RenameForm({ id, name, words }: RenameFormProps) {
  const { answer, pending, form } = useKeptForm(callOrganization, noAnswer);
  const { name: problem } = answer.fields;
  return (
    <Fold summary={words.rename}>
      <form {...form} noValidate>
        <input type="hidden" name="id" value={id} />
        <Field
          key={name}
          name="name"
          label={words.name}
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          defaultValue={answer.values['name'] ?? name}
          {...(problem ? { error: problem } : {})}
        />
        <FormEnd {...{ answer, pending, words }} />
      </form>
    </Fold>
  );
}
