import { getTranslations } from 'next-intl/server';
import { Button, ButtonLink } from '@/components/ui/button';
import { DateField, Field, Select } from '@/components/ui/field';
import { Fold } from '@/components/ui/fold';
import { everything, isNarrow, logPath, type LogFilter } from '@/lib/gate/log/asked';

interface NarrowLogProps {
  filter: LogFilter;
  people: readonly { readonly id: string; readonly name: string }[];
}

/** Whom the log concerns, whose doings, since when: a GET form, out of the way until it is wanted. */
export async function NarrowLog({ filter, people }: NarrowLogProps) {
  const t = await getTranslations('gate_log');
  const { kind, contactId, person, byId, from, until } = filter;
  return (
    <Fold summary={t('narrow')} open={isNarrow(filter)}>
      <form action="/gate-log" className="narrowing" key={logPath(filter)}>
        {kind && <input type="hidden" name="kind" value={kind} />}
        {contactId ? (
          <input type="hidden" name="contact" value={contactId} />
        ) : (
          <Field label={t('person')} name="person" defaultValue={person} maxLength={100} autoComplete="off" />
        )}
        {people.length > 1 && (
          <Select label={t('by')} name="by" defaultValue={byId ?? ''}>
            <option value="">{t('anybody')}</option>
            {people.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        )}
        <DateField label={t('from')} name="from" defaultValue={from ?? ''} />
        <DateField label={t('until')} name="until" defaultValue={until ?? ''} />
        <div className="acts">
          <Button type="submit">{t('show')}</Button>
          {isNarrow(filter) && (
            <ButtonLink href={logPath({ ...everything, kind })} variant="quiet">
              {t('clear')}
            </ButtonLink>
          )}
        </div>
      </form>
    </Fold>
  );
}
