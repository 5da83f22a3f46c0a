import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quotedApart, replyTextOf } from '@/lib/mail/reply-text/reply-text';
import { wordsOf } from '@/lib/mail/reply-text/words';
import { fixtures } from './fixtures';

const pitch = 'Are you interested in our zebra crossing paint?';

describe('which part of a mail is read', () => {
  it('is the text where there is one', () => {
    expect(replyTextOf({ text: 'No.', html: '<p>Yes.</p>' })).toBe('No.');
  });

  it('is the HTML where the text is empty or only asks to read the HTML', () => {
    const html = '<p>No.</p>';
    expect(replyTextOf({ text: ' \n', html })).toBe('No.');
    expect(replyTextOf({ text: 'Your email client does not support HTML.', html })).toBe('No.');
    expect(replyTextOf({ text: 'View this email in your browser: https://a.example', html })).toBe('No.');
  });

  it('is the HTML where the text leaves nothing, since HTML marks where a quote ends', () => {
    const text = 'On 3 Mar 2025, at 10:00, Ana <ana@larch.example> wrote:\n\nShall we?\n\nNo.';
    const html =
      '<div>On 3 Mar 2025, Ana wrote:</div><blockquote type="cite">Shall we?</blockquote><div>No.</div>';
    expect(replyTextOf({ text, html })).toBe('No.');
    expect(replyTextOf({ text, html: null })).toBe('');
  });

  it('is nothing where there is nothing', () => {
    expect(replyTextOf({ text: null, html: null })).toBe('');
    expect(replyTextOf({ text: '', html: '' })).toBe('');
  });
});

describe('what is no words of theirs', () => {
  it('is what stands on the buttons and in the lists of a form', () => {
    const html =
      '<p>Gladly.</p><form><input type="submit" value="Reply"><button type="submit"><b>Send</b></button>' +
      '<select><option>Monday</option><option>Tuesday</select><datalist><option>Ana</option></datalist>' +
      '<textarea>Type here</textarea><script>send()</script></form><p>On Thursday then.</p>';
    expect(replyTextOf({ text: null, html })).toBe('Gladly.\n\nOn Thursday then.');
  });
});

describe('what is cut off', () => {
  it('is kept for whoever wants to unfold it', () => {
    const text = 'No.\n\nOn 3 Mar 2025 at 10:00 Ana <ana@larch.example> wrote:\n\n> Shall we?';
    expect(quotedApart({ text, html: null })).toEqual({
      said: 'No.',
      rest: 'On 3 Mar 2025 at 10:00 Ana <ana@larch.example> wrote:\n\n> Shall we?',
    });
  });

  it('holds with what was said every word of the mail, once', () => {
    const counted = (text: string) => text.split(/\s+/).filter(Boolean).toSorted();
    for (const { mail } of fixtures('.txt')) {
      const { said, rest } = quotedApart({ text: mail, html: null });
      expect(counted(`${said}\n${rest}`)).toEqual(counted(mail));
    }
  });
});

const introductions = [
  'On Tue, Mar 4, 2025 at 9:12 AM Nadia <nadia@brookline.example> wrote:',
  'El mar, 4 mar 2025 a las 9:12, Nadia (<nadia@brookline.example>) escribió:',
  'Em ter., 4 de mar. de 2025 às 09:12, Nadia <nadia@brookline.example> escreveu:',
  'Le mar. 4 mars 2025 à 09:12, Nadia <nadia@brookline.example> a écrit :',
  'Am Di., 4. März 2025 um 09:12 Uhr schrieb Nadia <nadia@brookline.example>:',
  'Il giorno mar 4 mar 2025 alle ore 09:12 Nadia <nadia@brookline.example> ha scritto:',
  'From: Nadia <nadia@brookline.example>\nSent: 4 March 2025 09:12\nTo: Tom\nSubject: Paint',
  'De: Nadia <nadia@brookline.example>\nEnviado: 4 de marzo de 2025 9:12\nPara: Tom\nAsunto: Pintura',
  'De : Nadia <nadia@brookline.example>\nEnvoyé : mardi 4 mars 2025 09:12\nÀ : Tom\nObjet : Peinture',
  'Von: Nadia <nadia@brookline.example>\nGesendet: Dienstag, 4. März 2025 09:12\nAn: Tom\nBetreff: Farbe',
  'Da: Nadia <nadia@brookline.example>\nInviato: martedì 4 marzo 2025 09:12\nA: Tom\nOggetto: Vernice',
  'De: Nadia <nadia@brookline.example>\nEnviada em: 4 de março de 2025 09:12\nPara: Tom\nAssunto: Tinta',
  '-----Original Message-----',
  '---------- Forwarded message ---------',
];

describe('a pitch of ours, quoted below', { timeout: 30_000 }, () => {
  const answers = fixtures('.txt').filter(({ said }) => said !== '' && !said.startsWith('>'));

  it.each(introductions)('never leaks into any answer, with and without marks: %s', (introduction) => {
    answers.forEach(({ said, name }, at) => {
      const quoted = at % 2 === 0 ? pitch : `Hi Tom,\n\n${pitch}\n\nNadia`;
      const bare = `${said}\n\n${introduction}\n\n${quoted}\n`;
      const marked = `${said}\n\n${introduction}\n${quoted.replace(/^/gm, '> ')}\n`;
      const got = [bare, marked].map((text) => replyTextOf({ text, html: null }));
      if (got.some((text) => text !== said)) expect([name, ...got]).toEqual([name, said, said]);
    });
    expect(answers.length).toBeGreaterThan(100);
  });

  it('never leaks out of what HTML marks as quoted', () => {
    for (const { mail, said } of fixtures('.html')) {
      const html = `${mail}<div class="gmail_quote"><div class="gmail_attr">Ana wrote:</div><blockquote>${pitch}</blockquote></div>`;
      expect(replyTextOf({ text: null, html })).toBe(said);
    }
  });
});

describe('any text at all', { timeout: 30_000 }, () => {
  it('is read without an error, and reading what was read again changes nothing', () => {
    const bits = fc.constantFrom(
      ...[
        '> ',
        '-- \n',
        'On 3 Mar 2025 Ana wrote:',
        'From: a@b.example\n',
        'To: c\n',
        'Best,\nAna',
        '\n',
        '\n\n',
      ],
      ...[
        'Yes. ',
        '-----Original Message-----\n',
        'Sent from my iPhone\n',
        '<b>',
        '</b>',
        '<blockquote>',
        '&gt;',
        '\u0000',
        '😀',
      ],
    );
    const mails = fc.array(fc.oneof(bits, fc.string({ maxLength: 12 })), { maxLength: 24 });
    fc.assert(
      fc.property(mails, (pieces) => {
        const mail = pieces.join('');
        for (const bodies of [
          { text: mail, html: null },
          { text: null, html: mail },
        ]) {
          const words = wordsOf(replyTextOf(bodies));
          expect(wordsOf(words)).toBe(words);
        }
      }),
      { numRuns: 200 },
    );
  });
});
