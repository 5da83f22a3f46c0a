import { describe, expect, it } from 'vitest';
import { plainly } from '@/lib/gate/parts';
import { tell } from '@/lib/gate/told';
import type { Thanked } from '@/lib/gate/thanked';
import type { Language } from '@/lib/language/language';
import { explainedOf, readingIn, reasonOf } from './told';

const at = new Date('2027-05-05T10:00:00Z');
const refused = explainedOf([reasonOf('declined', { scope: 'person', quote: 'we’re all set' })]);

function told(language: Language, thanked: Thanked | null) {
  const reading = readingIn(language);
  const answer = tell({ ...refused, thanked }, reading);
  return { said: plainly(answer?.sentence ?? [], reading), short: answer?.short };
}

describe('a second thanks', () => {
  it('is told that the one thank-you was sent, and when', () => {
    expect(told('en', { at, by: null }).said).toBe(
      'You already thanked Ana on 5 May, and once is enough. You can’t write to Ana now. On 3 May Ana said: “we’re all set”. It opens if Ana shows interest.',
    );
    expect(told('es', { at, by: null }).said).toBe(
      'Ya diste las gracias a Ana el 5 de mayo, y con una vez basta. Ahora no puedes escribir a Ana. El 3 de mayo Ana dijo: «we’re all set». Se abre si Ana dice que le interesa.',
    );
  });

  it('says which colleague has thanked already', () => {
    expect(told('en', { at, by: 'Marc' }).said).toMatch(/^Marc already thanked Ana on 5 May, /);
    expect(told('es', { at, by: 'Marc' }).said).toMatch(/^Marc ya dio las gracias a Ana el 5 de mayo, /);
  });

  it('without an earlier one, nothing is said of thanks', () => {
    expect(told('en', null).said).toMatch(/^You can’t write to Ana now\./);
  });
});

describe('beside a refused button', () => {
  it('the reason stands in a few words', () => {
    expect(told('en', null).short).toBe('Not now: a no of Ana’s stands.');
    expect(told('es', null).short).toBe('Ahora no: sigue en pie un no de Ana.');
  });
});
