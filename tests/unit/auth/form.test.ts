import { describe, expect, it } from 'vitest';
import { accountSchema, signInSchema } from '@/lib/auth/door/forms';
import { problem, readForm } from '@/lib/auth/form';
import { en } from '@/lib/language/messages/en';

const form = (fields: Record<string, string>) => {
  const made = new FormData();
  for (const [name, value] of Object.entries(fields)) made.set(name, value);
  return made;
};

const whole = {
  key: 'k'.repeat(43),
  name: '  Nora   Weiß ',
  email: ' Nora@Atelier.Example ',
  password: 'we listen before we send',
  timeZone: 'Europe/Madrid',
};

describe('a form of accounts', () => {
  it('is read, with the name and the address as they are kept', () => {
    const read = readForm(accountSchema, form({ ...whole, $ACTION_ID_abc: '' }), 'en');
    expect(read).toMatchObject({ ok: true, data: { name: 'Nora Weiß', email: 'nora@atelier.example' } });
  });

  it('answers each mistake at its field, in the language of the reader', () => {
    const read = readForm(
      accountSchema,
      form({ ...whole, name: ' ', email: 'nora', timeZone: 'Mars/Olympus' }),
      'es',
    );
    expect(read).toMatchObject({
      ok: false,
      answer: {
        error: null,
        fields: {
          name: problem('name_missing', 'es'),
          email: problem('email_wrong', 'es'),
          timeZone: problem('zone_unknown', 'es'),
        },
      },
    });
  });

  it('never hands a password or a key back', () => {
    const read = readForm(accountSchema, form({ ...whole, email: 'nora' }), 'en');
    expect(JSON.stringify(read)).not.toContain(whole.password);
    expect(JSON.stringify(read)).not.toContain(whole.key);
    expect(read).toMatchObject({ answer: { values: { email: 'nora', timeZone: 'Europe/Madrid' } } });
  });

  it('refuses what we did not ask for: other fields, a mangled key, a file', () => {
    const odd = form({ email: 'nora@atelier.example', password: 'x', role: 'owner' });
    const unknown = { ok: false, answer: { error: en.account.problems.form_unknown } };
    expect(readForm(signInSchema, odd, 'en')).toMatchObject(unknown);
    expect(readForm(accountSchema, form({ ...whole, key: '../..' }), 'en')).toMatchObject(unknown);
    const file = form(whole);
    file.set('name', new File(['x'], 'x'));
    expect(readForm(accountSchema, file, 'en').ok).toBe(false);
  });

  it('takes a password that is their own name for none', () => {
    const read = readForm(accountSchema, form({ ...whole, password: 'noraweißatelier' }), 'en');
    expect(read).toMatchObject({ answer: { fields: { password: en.account.problems.password_own } } });
  });
});
