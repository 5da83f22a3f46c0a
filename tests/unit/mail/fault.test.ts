import { connect as connectTls } from 'node:tls';
import type { AddressInfo } from 'node:net';
import { describe, expect, test } from 'vitest';
import { SMTPServer } from 'smtp-server';
import { EarshotError } from '@/lib/errors/earshot-error';
import { asMailFault, faultOf, mailFailed } from '@/lib/mail/fault';

const refusing = (response: string) =>
  Object.assign(new Error('Command failed'), { authenticationFailed: true, response });
const coded = (code: string, message = 'it failed') => Object.assign(new Error(message), { code });

describe('what a server says when it lets nobody in', () => {
  test.each([
    ['[AUTHENTICATIONFAILED] Invalid credentials (Failure)', 'wrong_password'],
    ['Authentication failed.', 'wrong_password'],
    ['LOGIN failed.', 'wrong_password'],
    ['', 'wrong_password'],
    ['[ALERT] Application-specific password required: https://support.google.com/…', 'app_password_needed'],
    ['5.7.9 Application-specific password required.', 'app_password_needed'],
    ['Please use an app password to sign in', 'app_password_needed'],
    ['[ALERT] Please log in via your web browser: https://support.google.com/…', 'sign_in_elsewhere'],
    ['[WEBALERT https://accounts.google.com/…] Web login required.', 'sign_in_elsewhere'],
    ['Your account is not enabled for IMAP use.', 'protocol_off'],
    ['You are yet to enable IMAP for your account. Please contact your administrator', 'protocol_off'],
    ['IMAP access disabled', 'protocol_off'],
    [
      '5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant.',
      'protocol_off',
    ],
    ['5.7.139 Authentication unsuccessful, basic authentication is disabled.', 'password_not_taken'],
    ['Too many simultaneous connections. (Failure)', 'too_many'],
    ['[UNAVAILABLE] Maximum number of connections from user+IP exceeded', 'too_many'],
  ])('%j means %s', (response, fault) => {
    expect(faultOf(refusing(response))).toBe(fault);
  });
});

describe('what happens on the way', () => {
  test.each([
    [coded('ENOTFOUND'), 'host_unknown'],
    [coded('EAI_AGAIN'), 'host_unknown'],
    [coded('ECONNREFUSED'), 'refused'],
    [coded('ETIMEDOUT'), 'too_slow'],
    [coded('CONNECT_TIMEOUT'), 'too_slow'],
    [coded('GREETING_TIMEOUT'), 'too_slow'],
    [coded('ECONNRESET'), 'lost'],
    [coded('CERT_HAS_EXPIRED'), 'certificate_wrong'],
    [coded('ERR_TLS_CERT_ALTNAME_INVALID'), 'certificate_wrong'],
    [coded('ESOCKET', 'self-signed certificate'), 'certificate_wrong'],
    [coded('ERR_SSL_WRONG_VERSION_NUMBER'), 'tls_wrong'],
    [coded('ESOCKET', 'ssl3_get_record:wrong version number'), 'tls_wrong'],
    [Object.assign(new Error('Server does not support STARTTLS'), { tlsFailed: true }), 'tls_missing'],
    [coded('EPROTOCOL', 'Invalid greeting'), 'not_mail'],
    [coded('ParserError9'), 'not_mail'],
    [Object.assign(coded('NoConnection'), { authenticationFailed: true }), 'lost'],
    [new Error('who knows'), 'other'],
    ['a string', 'other'],
    [null, 'other'],
  ])('%s is %s', (error, fault) => {
    expect(faultOf(error)).toBe(fault);
  });

  test('a certificate nobody vouches for is told from TLS that was never there', async () => {
    const server = new SMTPServer({ secure: true, logger: false });
    server.on('error', () => undefined);
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const { port } = server.server.address() as AddressInfo;
    const error = await new Promise<unknown>((fail) => {
      connectTls({ host: '127.0.0.1', port, servername: 'mail.example' }, () => fail(null)).on('error', fail);
    });
    expect(faultOf(error)).toBe('certificate_wrong');
    await new Promise<void>((done) => server.close(done));
  });
});

test('an error of ours keeps its fault, and holds nothing that anybody said', () => {
  expect(faultOf(mailFailed('app_password_needed'))).toBe('app_password_needed');
  expect(mailFailed('wrong_password').message).toBe('mail_failed {"fault":"wrong_password"}');
  expect(faultOf(new EarshotError('conflict'))).toBe('other');
});

test('a code of another version is read as any other trouble', () => {
  expect(asMailFault('too_slow')).toBe('too_slow');
  expect(asMailFault('eaten_by_a_dog')).toBe('other');
});
