import { describe, expect, it } from 'vitest';
import { rows } from '@/lib/db/pool';
import { imported, somebodyImports } from './importing';

somebodyImports();

describe('imports and what is already here', () => {
  it('joins an organization by the domain of an address, and not by that of a free mailbox', async () => {
    await imported('name,email,company\nTia,tia@tidewater.org,Tidewater\nUma,uma@gmail.com,Tidewater\n');
    await imported('name,email\nVic,vic@mail.tidewater.org\nWim,wim@gmail.com\n');
    const found = await rows<{ name: string; organization: string | null }>(
      `SELECT c.name, o.name AS organization FROM contacts c LEFT JOIN organizations o ON o.id = c.organization_id WHERE c.name IN ('Vic', 'Wim') ORDER BY 1`,
    );
    expect(found).toEqual([
      { name: 'Vic', organization: 'Tidewater' },
      { name: 'Wim', organization: null },
    ]);
    expect(await rows('SELECT domain FROM organization_domains')).toContainEqual({ domain: 'tidewater.org' });
    expect(await rows(`SELECT domain FROM organization_domains WHERE domain = 'gmail.com'`)).toEqual([]);
  });

  it('lets two imports of the same people at once make each of them once', async () => {
    const file = `name,email,company\n${Array.from({ length: 300 }, (_, at) => `Twin ${at},twin${at}@twin.example,Twin ${at % 7}`).join('\n')}\n`;
    const both = await Promise.all([imported(file), imported(file.split('\n').slice(0, 200).join('\n'))]);
    expect(both.map(({ sum }) => sum.created).reduce((a, b) => a + b)).toBe(300);
    expect(await rows(`SELECT count(*)::int AS n FROM contacts WHERE name LIKE 'Twin %'`)).toEqual([
      { n: 300 },
    ]);
    expect(await rows(`SELECT count(*)::int AS n FROM organizations WHERE name LIKE 'Twin %'`)).toEqual([
      { n: 7 },
    ]);
  });
});
