import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { MetWords, NoteWords, type MetSaid } from '@/components/contacts/part-words';
import { contactSchema } from '@/lib/contacts/contact-form';

const said: MetSaid = {
  how: { unknown: 'Nobody wrote it down.', event: 'At an event', introduced: 'Introduced' },
  introduced: ['Introduced by ', ''],
  through: ['introduced by ', ''],
};
const text = (drawn: string) => drawn.replaceAll(/<[^>]+>/g, '|').replaceAll(/\|+/g, '|');

describe('what was typed about somebody', () => {
  it('shows before it is kept as it will be kept: trimmed, each tag once, in the order of tags', () => {
    const values = { note: '\r\n Plans ahead. \r\n', tags: '#Rome, autumn;rome ,  ' };
    expect(text(renderToStaticMarkup(<NoteWords values={values} />))).toBe('|Plans ahead.|autumn · Rome|');
    const kept = contactSchema.pick({ note: true, tags: true }).parse(values);
    expect(kept).toEqual({ note: 'Plans ahead.', tags: ['Rome', 'autumn'] });
    expect(renderToStaticMarkup(<NoteWords values={{ note: ' ', tags: ' , ' }} />)).toBe('');
  });

  it('says how they were met and through whom, as one sentence', () => {
    const met = (values: Record<string, string>, by?: string) =>
      text(renderToStaticMarkup(<MetWords values={values} said={said} by={by} />));
    expect(met({ met_how: 'unknown' })).toBe('|Nobody wrote it down.|');
    expect(met({ met_how: 'event', met_where: ' Turin  fair ' })).toBe('|At an event, Turin fair|');
    expect(met({ met_how: 'introduced', introducer: 'Leo' })).toBe('|Introduced by Leo|');
    expect(met({ met_how: 'introduced', introducer: '' })).toBe('|Introduced|');
    expect(met({ met_how: 'event', introducer: 'L.', source: 'Their page' }, 'Leo')).toBe(
      '|At an event, introduced by Leo|Their page|',
    );
  });
});
