'use client';

import { useRef } from 'react';
import { useKeptForm } from '@/components/gate/kept-form';
import { useFirstMistake } from '@/components/replies/first-mistake';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { FormMessage } from '@/components/ui/form-message';
import { noAnswer } from '@/lib/auth/answer';
import { addAndLog } from '@/lib/replies/actions';

interface AddSomebodyProps {
  /** What was searched for, if it looks like a name. */
  name: string;
  words: Record<
    'name' | 'organization' | 'address' | 'addressHint' | 'submit' | 'optional' | 'pending',
    string
  >;
}

/** Somebody new, with a name and whatever else is at hand. */
export function AddSomebody({ name, words }: AddSomebodyProps) {
  const { answer, pending, form } = useKeptForm(addAndLog, noAnswer);
  const box = useRef<HTMLFormElement>(null);
  useFirstMistake(box, answer);
  const at = (field: string) => ({
    name: field,
    autoComplete: 'off',
    ...(answer.fields[field] ? { error: answer.fields[field] } : {}),
    defaultValue: answer.values[field] ?? '',
  });
  return (
    <form {...form} ref={box} className="max-w-[560px]" noValidate>
      {answer.error && <FormMessage kind="error">{answer.error}</FormMessage>}
      <Field label={words.name} {...at('name')} defaultValue={answer.values['name'] ?? name} required />
      <Field label={words.organization} aside={words.optional} {...at('organization')} />
      <Field label={words.address} aside={words.optional} hint={words.addressHint} {...at('address')} />
      <div className="acts pt-5">
        <Button type="submit" aria-busy={pending || undefined}>
          {pending ? words.pending : words.submit}
        </Button>
      </div>
    </form>
  );
}
