'use client';

import { useKeptForm } from '@/components/gate/kept-form';
import { Button } from '@/components/ui/button';
import { Field, TextArea } from '@/components/ui/field';
import { FormMessage } from '@/components/ui/form-message';
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
      {answer.error && <FormMessage kind="error">{answer.error}</FormMessage>}
      {answer.done && <FormMessage kind="success">{answer.done}</FormMessage>}
      <div className="acts pt-4">
        <Button type="submit" aria-busy={pending || undefined}>
          {pending ? words.pending : words.submit}
        </Button>
      </div>
    </form>
  );
}
