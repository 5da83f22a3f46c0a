'use client';

import { useState, type FormEvent } from 'react';
import { useKeptForm } from '@/components/gate/kept-form';
import { Button } from '@/components/ui/button';
import { Select } from '@/components/ui/field';
import { FormMessage } from '@/components/ui/form-message';
import { noAnswer } from '@/lib/auth/answer';
import { importUpload } from '@/lib/imports/actions';

/** A column of a file: its heading, what it holds by guess (empty for nothing), and its first cells. */
export interface ColumnPlan {
  title: string;
  field: string;
  cells: readonly string[];
}

interface Choice {
  value: string;
  label: string;
}

type Word =
  | 'not_taken'
  | 'all_taken'
  | 'not_read'
  | 'inside'
  | 'country'
  | 'country_hint'
  | 'country_none'
  | 'submit'
  | 'pending';

interface ColumnsFormProps {
  id: string;
  columns: readonly ColumnPlan[];
  choices: readonly Choice[];
  countries: readonly Choice[];
  words: Record<Word, string>;
}

/** Says what each column holds and imports the file. */
export function ColumnsForm({ id, columns, choices, countries, words }: ColumnsFormProps) {
  const { answer, pending, form } = useKeptForm(importUpload, noAnswer);
  const [taken, setTaken] = useState(() => columns.map(({ field }) => field !== ''));
  const look = (event: FormEvent<HTMLFormElement>) => {
    const said = new FormData(event.currentTarget);
    setTaken(columns.map((_, at) => said.get(`column-${at}`) !== ''));
  };
  const left = columns.filter((_, at) => !taken[at]).map(({ title }) => title);
  return (
    <form {...form} onChange={look} className="mt-6">
      <input type="hidden" name="id" value={id} />
      <p className="lede mb-4" role="status">
        {left.length > 0 ? `${words.not_taken} ${left.join(', ')}.` : words.all_taken}
      </p>
      <ul role="list" className="border-line border-t">
        {columns.map((column, at) => (
          <li
            key={at}
            className="border-line desk:grid-cols-[260px_minmax(0,1fr)] grid gap-x-8 gap-y-2 border-b py-4 [&_.field]:mt-0"
          >
            <Select label={column.title} name={`column-${at}`} defaultValue={column.field}>
              <option value="">{words.not_read}</option>
              {choices.map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </Select>
            <ul role="list" aria-label={words.inside} className="text-soft desk:pt-6 text-[14px]">
              {column.cells.filter(Boolean).map((cell, row) => (
                <li key={row} className="truncate">
                  {cell}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
      <div className="mt-6 max-w-[440px]">
        <Select label={words.country} name="country" hint={words.country_hint} defaultValue="">
          <option value="">{words.country_none}</option>
          {countries.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </Select>
      </div>
      {answer.error && (
        <div className="mt-5">
          <FormMessage kind="error">{answer.error}</FormMessage>
        </div>
      )}
      <div className="acts mt-6">
        <Button type="submit" variant="first" aria-busy={pending || undefined}>
          <span aria-live="polite">{pending ? words.pending : words.submit}</span>
        </Button>
      </div>
    </form>
  );
}
