/** A mail to be written: ids without angle brackets. */
export interface Letter {
  readonly id?: string;
  readonly from: string;
  readonly to?: string;
  readonly cc?: string;
  readonly bcc?: string;
  readonly subject?: string;
  readonly inReplyTo?: string;
  readonly references?: readonly string[];
  readonly date?: Date;
  readonly body?: string;
  readonly type?: string;
  readonly headers?: readonly string[];
}

const line = (name: string, value: string | undefined) => (value === undefined ? [] : [`${name}: ${value}`]);
const angled = (id: string) => `<${id}>`;

/** The mail as it travels (RFC 5322). */
export function written(letter: Letter): string {
  const { id, from, to = 'ana@atelier.example', date = new Date(Date.UTC(2026, 2, 2, 9)) } = letter;
  return [
    ...(letter.headers ?? []),
    ...line('Message-ID', id && angled(id)),
    ...line('From', from),
    ...line('To', to),
    ...line('Cc', letter.cc),
    ...line('Bcc', letter.bcc),
    ...line('Subject', letter.subject ?? 'Your collection'),
    ...line('In-Reply-To', letter.inReplyTo && angled(letter.inReplyTo)),
    ...line('References', letter.references?.map(angled).join(' ')),
    `Date: ${date.toUTCString().replace('GMT', '+0000')}`,
    'MIME-Version: 1.0',
    `Content-Type: ${letter.type ?? 'text/plain; charset=utf-8'}`,
    '',
    (letter.body ?? 'Thank you, let us talk.').replace(/\r?\n/g, '\r\n'),
    '',
  ].join('\r\n');
}

/** A report that a mail did not arrive (RFC 3464). */
export function returned(about: {
  id?: string;
  recipient: string;
  status?: string;
  action?: 'failed' | 'delayed';
  date?: Date;
  reportId?: string;
}): string {
  const { recipient, status = '5.1.1', action = 'failed', id } = about;
  const said = status === '5.1.1' ? '550 5.1.1 No such user here' : `452 ${status} Mailbox full`;
  const body = [
    '--b\r\nContent-Type: text/plain\r\n',
    `This is the mail system. Your message could not be delivered.\r\n\r\n<${recipient}>: ${said}\r\n`,
    '--b\r\nContent-Type: message/delivery-status\r\n',
    'Reporting-MTA: dns; mx.atelier.example\r\n',
    `Final-Recipient: rfc822; ${recipient}\r\nAction: ${action}\r\nStatus: ${status}\r\nDiagnostic-Code: smtp; ${said}\r\n`,
    ...(id
      ? [
          '--b\r\nContent-Type: message/rfc822\r\n',
          `Message-ID: <${id}>\r\nTo: ${recipient}\r\nSubject: Hello\r\n\r\nHello\r\n`,
        ]
      : []),
    '--b--',
  ].join('\r\n');
  return written({
    ...(about.reportId ? { id: about.reportId } : {}),
    ...(about.date ? { date: about.date } : {}),
    from: 'Mail Delivery System <MAILER-DAEMON@mx.atelier.example>',
    subject:
      action === 'delayed' ? 'Delayed Mail (still being retried)' : 'Undelivered Mail Returned to Sender',
    type: 'multipart/report; report-type=delivery-status; boundary=b',
    headers: ['Return-Path: <>', 'Auto-Submitted: auto-replied'],
    body,
  });
}

/** A report that somebody called a mail spam (RFC 5965). */
export function complained(about: { id: string; recipient: string; date?: Date; reportId?: string }): string {
  const body = [
    '--c\r\nContent-Type: text/plain\r\n',
    'This is an email abuse report for an email message received.\r\n',
    '--c\r\nContent-Type: message/feedback-report\r\n',
    `Feedback-Type: abuse\r\nUser-Agent: SomeGenerator/1.0\r\nVersion: 1\r\nOriginal-Rcpt-To: <${about.recipient}>\r\n`,
    '--c\r\nContent-Type: message/rfc822\r\n',
    `Message-ID: <${about.id}>\r\nFrom: ana@atelier.example\r\nTo: ${about.recipient}\r\nSubject: Hello\r\n\r\nHello\r\n`,
    '--c--',
  ].join('\r\n');
  return written({
    ...(about.reportId ? { id: about.reportId } : {}),
    ...(about.date ? { date: about.date } : {}),
    from: 'fbl@provider.example',
    subject: 'FW: Hello',
    type: 'multipart/report; report-type=feedback-report; boundary=c',
    body,
  });
}
