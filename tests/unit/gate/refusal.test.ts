import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { impossibleCodes, impossibleOf } from '@/lib/errors/impossible';
import { refusalOf } from '@/lib/gate/refusal';
import { en } from '@/lib/language/messages/en';
import { es } from '@/lib/language/messages/es';

const law = readdirSync('prisma/law')
  .map((file) => readFileSync(`prisma/law/${file}`, 'utf8'))
  .join('\n');
const raised = [...law.matchAll(/impossible\('([a-z_]+)'\)|ERRCODE = 'P0G02', MESSAGE = '([a-z_]+)'/g)];
const fault = (code: string, message: string, detail?: string) =>
  Object.assign(new Error(message), { code, severity: 'ERROR', ...(detail ? { detail } : {}) });

describe('what the law calls impossible', () => {
  it('is known by every code that the law raises, and by no other', () => {
    const codes = new Set(raised.map(([, called, message]) => called ?? message));
    expect([...codes].sort()).toEqual([...impossibleCodes].sort());
  });

  it.each(impossibleCodes)('%s has a sentence in both languages', (code) => {
    expect(en.impossible[code]).toMatch(/\.$/);
    expect(es.impossible[code]).toMatch(/\.$/);
  });

  it('a code of a newer law is still impossible', () => {
    expect(impossibleOf(fault('P0G02', 'moon_is_full'))).toBe('other');
    expect(impossibleOf(fault('23505', 'already_heard'))).toBeNull();
    expect(impossibleOf(new Error('already_heard'))).toBeNull();
  });
});

describe('a refusal of the law', () => {
  const verdict = {
    allowed: false,
    purpose: 'opening',
    at: '2027-06-10T09:00:00+00:00',
    warnings: [],
    reasons: [
      {
        code: 'declined',
        since: '2027-05-03T08:55:00+00:00',
        until: null,
        message_id: null,
        scope: 'person',
      },
    ],
  };

  it('carries its verdict', () => {
    const refusal = refusalOf(fault('P0G01', 'refused', JSON.stringify(verdict)));
    expect(refusal).toMatchObject({
      why: 'refused',
      verdict: { purpose: 'opening', reasons: [{ code: 'declined' }] },
    });
  });

  it('in a shape we do not know is no clearance: it is thrown on', () => {
    const strange = { ...verdict, reasons: [{ ...verdict.reasons[0], code: 'full_moon' }] };
    expect(() => refusalOf(fault('P0G01', 'refused', JSON.stringify(strange)))).toThrow();
  });

  it('is told from what is impossible and from every other error', () => {
    expect(refusalOf(fault('P0G02', 'one_is_on_its_way'))).toEqual({
      why: 'impossible',
      code: 'one_is_on_its_way',
    });
    expect(refusalOf(fault('40001', 'could not serialize'))).toBeNull();
  });
});
