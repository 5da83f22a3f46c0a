import { describe, expect, it } from 'vitest';
import { readSettings } from '@/bin/boot/settings.js';

describe('what Earshot is told from outside', () => {
  it('has a default for everything', () => {
    expect(readSettings({})).toMatchObject({
      port: 3000,
      appUrl: 'http://localhost:3000',
      databaseUrl: undefined,
      dataWasNamed: false,
    });
  });

  it('takes the address without a slash at its end', () => {
    expect(readSettings({ PORT: '8080', APP_URL: 'https://ear.example.org/' })).toMatchObject({
      port: 8080,
      appUrl: 'https://ear.example.org',
    });
  });

  it.each([
    [{ PORT: '70000' }, 'PORT must be a number from 1 to 65535, not "70000".'],
    [{ APP_URL: 'ear.example.org' }, 'APP_URL must be the address people open'],
    [{ APP_URL: 'ftp://ear.example.org' }, 'APP_URL must be the address people open'],
    [{ DATABASE_URL: 'mysql://a:b@c/d' }, 'DATABASE_URL must be an address such as postgres://'],
    [{ DATABASE_URL: 'postgres://a:sesame@c' }, 'DATABASE_URL must be an address such as postgres://'],
    [
      { EARSHOT_MAIL_HOSTS_ALLOWED: 'mail.lan, 10.0.0.1;rm' },
      'EARSHOT_MAIL_HOSTS_ALLOWED holds "10.0.0.1;rm"',
    ],
  ])('refuses %j in a line that can be read', (env, line) => {
    expect(() => readSettings(env)).toThrow(line);
  });

  it('never repeats a database address, which may hold a password', () => {
    expect(() => readSettings({ DATABASE_URL: 'mysql://ana:sesame@host/db' })).toThrow(/^(?!.*sesame)/);
  });

  it('says every mistake at once', () => {
    expect(() => readSettings({ PORT: 'x', APP_URL: 'y' })).toThrow(/PORT .*\nAPP_URL /);
  });
});
