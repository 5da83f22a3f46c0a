'use client';

import { useKeptForm } from '@/components/gate/kept-form';
import { Field, TextArea } from '@/components/ui/field';
import { FormEnd } from '@/components/ui/form-end';
import { noAnswer } from '@/lib/auth/answer';
import { editPitch, keepPitch } from '@/lib/pitches/actions';

type PitchField = 'name' | 'proposal' | 'to_learn' | 'learnt';

interface PitchFormProps {
  /** Which it changes; a new one without it. */
  id?: string;
  kept?: Record<PitchField, string>;
  words: Record<PitchField | 'optional' | 'submit' | 'pending', string>;
}

/** The words of a pitch. */
export function PitchForm({ id, kept, words }: PitchFormProps) {
  const { answer, pending, form } = useKeptForm(id ? editPitch : keepPitch, noAnswer);
  const at = (name: PitchField) => ({
    name,
    label: words[name],
    autoComplete: 'off',
    defaultValue: answer.values[name] ?? (answer.done && !id ? '' : (kept?.[name] ?? '')),
    ...(answer.fields[name] ? { error: answer.fields[name] } : {}),
  });
  return (
    <form key={answer.done} {...form} className="max-w-[560px]" noValidate>
      {id && <input type="hidden" name="id" value={id} />}
      <Field {...at('name')} />
      <TextArea {...at('proposal')} aside={words.optional} rows={3} />
      <TextArea {...at('to_learn')} aside={words.optional} rows={2} />
      {id ? (
        <TextArea {...at('learnt')} aside={words.optional} rows={4} />
      ) : (
        <input type="hidden" name="learnt" value="" />
      )}
      <FormEnd {...{ answer, pending, words }} />
    </form>
  );
}
