'use client';

import { useState } from 'react';
import { Select } from '@/components/ui/field';
import { controlOf, formToWrite, selectWords } from './manners';

export interface Beginning {
  readonly id: string;
  readonly name: string;
  readonly subject: string | null;
  readonly body: string;
}

interface BeginWithProps {
  templates: readonly Beginning[];
  words: Readonly<Record<'label' | 'none', string>>;
}

/** Puts a template where the caret stands and goes to the first field that only a person can fill in. */
export function BeginWith({ templates, words }: BeginWithProps) {
  const [chosen, setChosen] = useState('');
  const insert = (id: string) => {
    setChosen(id);
    const template = templates.find((one) => one.id === id);
    const form = formToWrite();
    const body = form && controlOf(form, 'body');
    if (!template || !form || !body) return;
    const subject = controlOf(form, 'subject');
    if (subject && !subject.value.trim() && template.subject) subject.value = template.subject;
    const from = body.selectionStart ?? body.value.length;
    body.setRangeText(template.body, from, body.selectionEnd ?? from, 'end');
    body.dispatchEvent(new Event('input', { bubbles: true }));
    const field = /\{\{[^{}\n]*\}\}/.exec(template.body);
    const start = field ? from + field.index : from + template.body.length;
    selectWords({ field: 'body', start, end: start + (field?.[0].length ?? 0) });
  };
  return (
    <Select label={words.label} value={chosen} onChange={({ target }) => insert(target.value)}>
      <option value="">{words.none}</option>
      {templates.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </Select>
  );
}
