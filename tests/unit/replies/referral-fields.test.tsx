import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { ReferralFields } from '@/components/replies/referral-fields';

const plan = {
  ...{ summary: 'Did Sam name somebody else?', label: 'Whom?', hint: 'As Sam put it.', address: 'Where?' },
  ...{ addressHint: 'An address.', or: 'Or', nobody: 'Nobody', known: [] },
  guess: { name: 'Jane Hill', address: 'jane@m.example', told: 'Read in the words above: a guess.' },
};
const page = (outcome: string, values: Record<string, string> = {}) =>
  renderToStaticMarkup(<ReferralFields plan={plan} answer={{ fields: {}, values }} outcome={outcome} />);

describe('whom they named, before anybody has chosen', () => {
  it('stands ready and is called a guess where somebody else is the right one', () => {
    const html = page('wrong_person');
    expect(html).toMatch(/<details[^>]* open/);
    expect(html).toMatch(/<input[^>]*name="referral"[^>]*value="Jane Hill"/);
    expect(html).toMatch(/<input[^>]*name="referralAddress"[^>]*value="jane@m\.example"/);
    expect(html).toContain('value="Jane Hill jane@m.example"');
    expect(html).toContain('Read in the words above: a guess.');
  });

  it.each(['question', 'other', ''])('is empty and closed with another outcome: %s', (outcome) => {
    const html = page(outcome);
    expect(html).not.toContain('Jane');
    expect(html).not.toMatch(/<details[^>]* open/);
  });

  it('is what somebody typed, once the form comes back', () => {
    const html = page('wrong_person', { outcome: 'wrong_person', referral: 'Tim' });
    expect(html).toMatch(/name="referral"[^>]*value="Tim"/);
    expect(html).not.toContain('Jane');
  });

  it('is who was named the last time it was heard', () => {
    const known = [{ id: 'b', name: 'Bruno' }];
    const html = renderToStaticMarkup(
      <ReferralFields
        plan={{ ...plan, known }}
        answer={{ fields: {}, values: {} }}
        outcome="wrong_person"
        before={{ referral: 'My colleague Bruno', referralId: 'b' }}
      />,
    );
    expect(html).toMatch(/<details[^>]* open/);
    expect(html).toMatch(/name="referral"[^>]*value="My colleague Bruno"/);
    expect(html).toMatch(/<option[^>]*value="b"[^>]*selected/);
    expect(html).not.toContain('Jane');
  });
});
