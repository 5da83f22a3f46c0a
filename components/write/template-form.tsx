'use client';

import { useKeptForm } from '@/components/gate/kept-form';
import { Checkbox, Field, TextArea } from '@/components/ui/field';
import { FormEnd } from '@/components/ui/form-end';
import { noAnswer } from '@/lib/auth/answer';
import { keepTemplate } from '@/lib/outbox/templates/actions';

interface TemplateFormProps {
  /** Which it changes; a new one without it. */
  kept?: { id: string; name: string; subject: string; body: string; shared: boolean };
  words: Record<'name' | 'subject' | 'body' | 'hint' | 'shared' | 'optional' | 'submit' | 'pending', string>;
}

/** The words of a template. */
export function TemplateForm({ kept, words }: TemplateFormProps) {
  const { answer, pending, form } = useKeptForm(keepTemplate, noAnswer);
  const at = (name: 'name' | 'subject' | 'body') => ({
    name,
    label: words[name],
    autoComplete: 'off',
    defaultValue: answer.values[name] ?? (answer.done && !kept ? '' : (kept?.[name] ?? '')),
    ...(answer.fields[name] ? { error: answer.fields[name] } : {}),
  });
  return (
    <form key={answer.done} {...form} className="max-w-[560px]" noValidate>
      {kept && <input type="hidden" name="id" value={kept.id} />}
      <Field {...at('name')} />
      <Field {...at('subject')} aside={words.optional} />
      <TextArea {...at('body')} rows={8} hint={words.hint} />
      <Checkbox label={words.shared} name="shared" defaultChecked={kept?.shared ?? false} />
      <FormEnd {...{ answer, pending, words }} />
    </form>
  );
}
