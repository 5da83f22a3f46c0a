import type { Lying } from './maildir';

const said = [
  'Thank you, this looks good. Could you send me the prices for a month?',
  'We talked about it on Monday. The room upstairs is free from September on.',
  'I am away until the 12th, my colleague will look at it when she is back.',
  'That is not for us at the moment, we have closed the programme for this year.',
  'How large are the two works in the second picture? The wall is four metres wide.',
  'Yes, let us meet. Thursday at ten would suit me, at our office or by phone.',
];
const ours =
  'We saw your work in the spring and would like to know what it costs to show it here for a month. '.repeat(
    8,
  );
const offer =
  '<tr><td style="padding:12px 0;font-family:Arial,sans-serif;font-size:14px;color:#333">Spring offer <a href="https://shop.example/o">look</a></td></tr>\r\n';

/** What lies in a mailbox: how many mails, how many in a hundred from contacts, how many those are, and when the first came. */
export interface Filling {
  readonly mails: number;
  readonly share: number;
  readonly people: number;
  readonly from: Date;
  /** Seconds between two. */
  readonly every: number;
  /** In whose name ids are given, so that no two mailboxes have one mail in common. */
  readonly name: string;
  /** As small as mails are: a few lines, from everybody. */
  readonly small?: boolean;
  /** One letter or reply of eight brings a file of 700 kB along, as in many an office. */
  readonly files?: boolean;
}

/**
 * The mail of that number: from contacts replies with what they answer below, from others
 * newsletters of 25 kB, notifications of 8 kB and now and then a letter.
 */
export function mailOf(filling: Filling, n: number): Lying {
  const { share, people, from, every, name, small = false, files = false } = filling;
  const at = new Date(from.getTime() + n * every * 1000);
  const isKnown = (n * 37) % 100 < share;
  const head = [
    `Message-ID: <${n}.${name}@bench.example>`,
    `Date: ${at.toUTCString().replace('GMT', '+0000')}`,
    'MIME-Version: 1.0',
    'To: ana@atelier.example',
    'Received: from mx.bench.example (mx.bench.example [192.0.2.7]) by mail.atelier.example with ESMTPS id 4F2C; Thu, 1 Jan 2026 09:00:00 +0000',
    `DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=bench.example; s=one; bh=${'x'.repeat(44)}; b=${'y'.repeat(340)}`,
  ];
  const person = `Person ${n} <p${n % people}@${isKnown ? 'known' : 'strange'}.example>`;
  const words = [0, 1, 2].slice(0, 1 + (n % 3)).map((k) => said[(n + k) % said.length] ?? '');
  const kind =
    isKnown || small ? 'reply' : n % 10 < 5 ? 'newsletter' : n % 10 < 8 ? 'notification' : 'letter';
  const raw = {
    reply: () => [
      ...[...head, `From: ${person}`, `Subject: Re: About number ${n}`],
      ...withFile(reply(words, n), files && n % 8 === 0),
    ],
    letter: () => [
      ...[...head, `From: ${person}`, `Subject: About number ${n}`],
      ...withFile(plain(`${words.join('\r\n\r\n')}\r\n\r\n${ours}`), files && n % 8 === 0),
    ],
    newsletter: () => [
      ...[...head, `From: Shop ${n % 40} <news@shop${n % 40}.example>`, `Subject: News ${n}`],
      ...['List-Id: <news.shop.example>', 'List-Unsubscribe: <https://shop.example/u>'],
      ...html(`<table>${offer.repeat(160)}</table><p>${n}</p>`),
    ],
    notification: () => [
      ...[...head, `From: App <no-reply@app${n % 20}.example>`, `Subject: Somebody wrote in ${n}`],
      ...html(`<table>${offer.repeat(50)}</table><p>${n}</p>`),
    ],
  }[kind]();
  return { at, raw: `${raw.join('\r\n')}\r\n` };
}

const file =
  `${'JVBERi0xLjcKJeLjz9MKMSAwIG9iago8PC9UeXBlL0NhdGFsb2cvUGFnZXMgMiAwIFI+PgplbmRvYmoK'.slice(0, 76)}\r\n`.repeat(
    9_000,
  );

function withFile(part: readonly string[], has: boolean): readonly string[] {
  if (!has) return part;
  return [
    ...['Content-Type: multipart/mixed; boundary="between"', '', '--between', ...part, '--between'],
    ...['Content-Type: application/pdf; name="works.pdf"', 'Content-Transfer-Encoding: base64', ''],
    ...[file, '--between--'],
  ];
}

function plain(text: string): string[] {
  return ['Content-Type: text/plain; charset=utf-8', '', text];
}

function html(text: string): string[] {
  return ['Content-Type: text/html; charset=utf-8', '', text];
}

function reply(words: readonly string[], n: number): string[] {
  const quoted = `> ${ours.replaceAll('. ', '.\r\n> ')}`;
  return plain(
    `${words.join('\r\n\r\n')}\r\n\r\nBest\r\nPerson ${n}\r\n\r\nOn Mon, 5 Jan 2026 at 09:00, Ana <ana@atelier.example> wrote:\r\n${quoted}`,
  );
}
