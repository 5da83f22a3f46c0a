'use client';

import { useKeptForm } from '@/components/gate/kept-form';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { FormMessage } from '@/components/ui/form-message';
import { noAnswer } from '@/lib/auth/answer';
import { importFile } from '@/lib/imports/actions';

interface UploadFormProps {
  words: Record<'file' | 'hint' | 'submit' | 'pending', string>;
}

/** Chooses a file and imports it; what stands in the way is said beside the file. */
export function UploadForm({ words }: UploadFormProps) {
  const { answer, pending, form } = useKeptForm(importFile, noAnswer);
  return (
    <form {...form} className="max-w-[560px]">
      <Field
        label={words.file}
        hint={words.hint}
        name="file"
        type="file"
        accept=".csv,.tsv,.txt,text/csv,text/plain,text/tab-separated-values"
        required
        {...(answer.fields['file'] ? { error: answer.fields['file'] } : {})}
      />
      {answer.error && <FormMessage kind="error">{answer.error}</FormMessage>}
      <div className="acts pt-5">
        <Button type="submit" variant="first" aria-busy={pending || undefined}>
          <span aria-live="polite">{pending ? words.pending : words.submit}</span>
        </Button>
      </div>
    </form>
  );
}
