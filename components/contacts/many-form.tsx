'use client';

import { useRef, useState, type FormEvent, type ReactNode } from 'react';
import { useKeptForm } from '@/components/gate/kept-form';
import { Button, ButtonLink } from '@/components/ui/button';
import { Field, Select } from '@/components/ui/field';
import { FormMessage } from '@/components/ui/form-message';
import { UntilField } from '@/components/replies/until-field';
import type { OutcomePlan } from '@/components/replies/outcome-plan';
import { noAnswer } from '@/lib/auth/answer';
import { withChosen } from '@/lib/keeping/many/actions';

const acts = ['tag', 'untag', 'assign', 'rest', 'close'] as const;

interface ManyFormProps {
  people: readonly { id: string; name: string }[];
  tags: readonly string[];
  until: OutcomePlan['until'];
  /** The list without choosing. */
  back: string;
  words: Record<
    | (typeof acts)[number]
    | 'caption'
    | 'act'
    | 'which_tag'
    | 'whose'
    | 'nobody'
    | 'do'
    | 'all'
    | 'leave'
    | 'pending',
    string
  >;
  /** What is being done, for one and for `{n}` people. */
  doing: Record<(typeof acts)[number], Record<'one' | 'many', string>>;
  children: ReactNode;
}

/** Something done with several people at once: never writing to them. Fields that do not belong to the act hide. */
export function ManyForm({ people, tags, until, back, words, doing, children }: ManyFormProps) {
  const { answer, pending, form } = useKeptForm(withChosen, noAnswer);
  const [under, setUnder] = useState<string | null>(null);
  const box = useRef<HTMLFormElement>(null);
  const all = (chosen: boolean) => {
    for (const one of box.current?.querySelectorAll<HTMLInputElement>('[name=chosen]') ?? [])
      one.checked = chosen;
  };
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    const sent = new FormData(event.currentTarget);
    const act = acts.find((one) => one === sent.get('act'));
    const count = sent.getAll('chosen').length;
    if (!pending) setUnder(act && count > 0 ? saidFor(doing[act], count) : null);
    form.onSubmit(event);
  };
  return (
    <form {...form} onSubmit={onSubmit} ref={box} className="many">
      <fieldset className="narrowing pt-4">
        <legend className="sr-only">{words.caption}</legend>
        <Select name="act" label={words.act}>
          {acts.map((act) => (
            <option key={act} value={act}>
              {words[act]}
            </option>
          ))}
        </Select>
        <div data-act="tag untag">
          <Field name="tag" label={words.which_tag} list="many-tags" maxLength={60} autoComplete="off" />
          <datalist id="many-tags">
            {tags.map((tag) => (
              <option key={tag} value={tag} />
            ))}
          </datalist>
        </div>
        <div data-act="assign">
          <Select name="owner" label={words.whose}>
            <option value="">{words.nobody}</option>
            {people.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        </div>
        <div data-act="rest">
          <UntilField
            plan={until}
            name="until"
            defaultValue={answer.values['until'] ?? ''}
            seen={answer.values['untilSeen'] ?? ''}
            {...(answer.fields['until'] ? { error: answer.fields['until'] } : {})}
          />
        </div>
        <div className="acts">
          <Button type="submit" aria-busy={pending || undefined}>
            {pending ? words.pending : words.do}
          </Button>
          <ButtonLink href={back} variant="quiet">
            {words.leave}
          </ButtonLink>
        </div>
      </fieldset>
      <p role="status" className="lede">
        {pending && under}
      </p>
      {!pending && answer.error && <FormMessage kind="error">{answer.error}</FormMessage>}
      {!pending && answer.done && <FormMessage kind="success">{answer.done}</FormMessage>}
      <label className="tick pt-3">
        <input type="checkbox" onChange={(event) => all(event.currentTarget.checked)} />
        <span>{words.all}</span>
      </label>
      {children}
    </form>
  );
}

function saidFor({ one, many }: Record<'one' | 'many', string>, count: number): string {
  return count === 1 ? one : many.replace('{n}', String(count));
}
