'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Fold } from '@/components/ui/fold';
import { FormMessage } from '@/components/ui/form-message';
import { addPerson, findPeople } from '@/lib/replies/exchange/actions';
import type { ReadPaste } from '@/lib/replies/exchange/queries';
import type { ExchangeWords } from './words';

interface WithWhomProps {
  read: ReadPaste;
  words: ExchangeWords;
  onChosen: (contactId: string) => void;
  /** Somebody wanted to log it without having said. */
  missing: boolean;
  /** It was nobody of these. */
  onOther: () => void;
}

/** With whom it was: those whom the text names, somebody else, or somebody new. What was pasted stays. */
export function WithWhom({
  read: { contact, people, newcomer, guessed },
  words,
  onChosen,
  onOther,
  missing,
}: WithWhomProps) {
  const [found, setFound] = useState<ReadPaste['people'] | null>(null);
  const [error, setError] = useState({ field: '', words: '' });
  const shown = found ?? people;
  const nobody = people.length === 0;
  if (contact)
    return (
      <div className="acts pb-4">
        <span className="text-[18px]">
          {words.with_whom} <b className="font-medium">{contact.name}</b>{' '}
          {guessed && <span className="lede">{words.guess}</span>}
        </span>
        <Button variant="quiet" onClick={onOther}>
          {words.somebody_else}
        </Button>
      </div>
    );
  const add = async (form: FormData) => {
    const answer = await addPerson({
      name: String(form.get('name') ?? ''),
      address: String(form.get('address') ?? ''),
    });
    if ('error' in answer) setError({ field: answer.field, words: answer.error });
    else onChosen(answer.id);
  };
  return (
    <section aria-label={words.with_whom} className="pb-6">
      <h2 className="legend pb-2" id="with-whom" tabIndex={-1}>
        {words.with_whom}
      </h2>
      {missing && <FormMessage kind="error">{words.missing_contact}</FormMessage>}
      <div className="acts">
        {shown.map(({ id, name, organization }) => (
          <Button key={id} onClick={() => onChosen(id)}>
            {organization ? `${name}, ${organization}` : name}
          </Button>
        ))}
        {found === null && people.length > 0 && <span className="lede">{words.guess}</span>}
      </div>
      <div className="pt-3">
        <Fold summary={nobody ? words.somebody_here : words.somebody_else} open={nobody && newcomer === ''}>
          <form
            action={async (form) => setFound(await findPeople(String(form.get('q') ?? '')))}
            className="max-w-[460px]"
          >
            <Field label={words.find} name="q" autoComplete="off" />
            <div className="acts pt-3">
              <Button type="submit">{words.find_it}</Button>
            </div>
          </form>
        </Fold>
        <Fold summary={words.somebody_new} open={nobody}>
          <form action={add} className="max-w-[460px]">
            <Field
              label={words.name}
              name="name"
              defaultValue={newcomer}
              autoComplete="off"
              error={error.field === 'name' && error.words}
            />
            <Field
              label={words.address}
              aside={words.optional}
              name="address"
              autoComplete="off"
              error={error.field === 'address' && error.words}
            />
            <div className="acts pt-3">
              <Button type="submit">{words.add}</Button>
            </div>
          </form>
        </Fold>
      </div>
    </section>
  );
}
