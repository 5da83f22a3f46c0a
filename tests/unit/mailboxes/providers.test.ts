import { describe, expect, test } from 'vitest';
import { mailPorts, hostOf } from '@/lib/mail/address-rule';
import table from '@/lib/mailboxes/providers.json';
import { asks, providerBehind, providerCalled, providerOf, providers } from '@/lib/mailboxes/providers';

describe('the table of providers', () => {
  test('holds what can be connected to', () => {
    const bridges = ['proton'];
    for (const { code, imap, smtp } of providers) {
      expect([imap.host, smtp.host].map(hostOf), code).toStrictEqual([imap.host, smtp.host]);
      if (bridges.includes(code)) continue;
      expect([mailPorts.includes(imap.port), mailPorts.includes(smtp.port)], code).toStrictEqual([
        true,
        true,
      ]);
      expect(imap.security, code).toBe(imap.port === 993 ? 'tls' : 'starttls');
      expect(smtp.security, code).toBe(smtp.port === 465 ? 'tls' : 'starttls');
    }
  });

  test('names everybody once, and no domain twice', () => {
    const unique = (names: readonly string[]) => expect(names.length).toBe(new Set(names).size);
    unique(providers.map(({ code }) => code));
    unique(providers.flatMap(({ domains }) => domains));
    unique(providers.flatMap(({ mx }) => mx));
    expect(table.filter((one) => !asks.some((known) => known === one.asks))).toStrictEqual([]);
    expect(table.filter(({ domains, mx }) => domains.length + mx.length === 0)).toStrictEqual([]);
  });
});

describe('who keeps a mailbox is known', () => {
  test.each([
    ['ana@gmail.com', 'gmail'],
    ['Ana@GMAIL.COM', 'gmail'],
    ['jose@hotmail.es', 'outlook'],
    ['eva@icloud.com', 'icloud'],
    ['pau@yahoo.es', 'yahoo'],
    ['nina@gmx.de', 'gmx'],
    ['nina@gmx.com', 'gmx_com'],
    ['rui@sapo.pt', 'sapo'],
    ['lea@laposte.net', 'la_poste'],
    ['ivo@libero.it', 'libero'],
    ['luz@uol.com.br', 'uol'],
    ['kai@proton.me', 'proton'],
  ])('of %s by the address: %s', (email, code) => {
    expect(providerOf(email)?.code).toBe(code);
  });

  test.each([
    [['aspmx.l.google.com', 'alt1.aspmx.l.google.com'], 'google_workspace'],
    [['smtp.google.com'], 'google_workspace'],
    [['atelier-example.mail.protection.outlook.com'], 'microsoft_365'],
    [['atelier-example.b-v1.mx.microsoft'], 'microsoft_365'],
    [['mx00.ionos.es'], 'ionos_es'],
    [['mx00.kundenserver.de.'], 'ionos_de'],
    [['smtpin.rzone.de'], 'strato'],
    [['mx1.mail.ovh.net'], 'ovh'],
    [['in1-smtp.messagingengine.com'], 'fastmail'],
    [['mx.zoho.eu'], 'zoho_for_teams_eu'],
    [['mx.pec.aruba.it'], 'aruba_pec'],
    [['mx.aruba.it'], 'aruba'],
    [['filter.example', 'spool.mail.gandi.net'], 'gandi'],
  ])('of a domain of one’s own by %j: %s', (exchangers, code) => {
    expect(providerBehind(exchangers)?.code).toBe(code);
  });

  test('and where nobody is known nobody is guessed', () => {
    expect(providerOf('ana@atelier.example')).toBeNull();
    expect(providerOf('ana@notgmail.com')).toBeNull();
    expect(providerBehind(['mx.atelier.example', 'notgoogle.com', ''])).toBeNull();
    expect(providerBehind([])).toBeNull();
    expect(providerCalled('gmail')?.name).toBe('Gmail');
    expect(providerCalled('gone')).toBeNull();
    expect(providerCalled(null)).toBeNull();
  });
});
