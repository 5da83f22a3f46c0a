import { v7 } from 'uuid';
import { describe, expect, it, vi } from 'vitest';
import { db } from '@/lib/db/client';
import { rows } from '@/lib/db/pool';
import { verdictSchema } from '@/lib/gate/verdict';
import { liftSuppression, suppressAddress, suppressDomain } from '@/lib/suppressions/mutations';
import { poolAs } from '@/tests/support/database';
import { asking, checked } from './asking';
import { anOrganization, heard, logged, said, somebody } from './scene';

vi.mock('@/lib/session/session', async (real) => ({ ...(await real<object>()), signedIn: async () => null }));

const { here } = asking();

const pick = ({ allowed, purpose }: { allowed: boolean; purpose: string }) => ({ allowed, purpose });

describe('somebody nobody here knows', () => {
  // The law's own answer, once somebody is kept with that handle.
  async function onceKept(channel: 'email' | 'linkedin', handle: string) {
    const [id, addressId] = [v7(), v7()];
    await db().contact.create({ data: { id, name: 'New', nameKey: 'new' }, select: { id: true } });
    await rows(`INSERT INTO addresses (id, contact_id, channel, handle, typed) VALUES ($1, $2, $3, $4, $4)`, [
      addressId,
      id,
      channel,
      handle,
    ]);
    const [asked] = await rows<{ verdict: unknown }>(
      `SELECT law.verdict($1, $2, $3, $4, NULL, NULL, false) AS verdict`,
      [id, here().nora.userId, channel, addressId],
    );
    return verdictSchema.parse(asked?.verdict);
  }

  const like = (answer: Awaited<ReturnType<typeof checked>>) => ({
    ...pick(answer),
    reasons: answer.reasons.map(({ code, since, until }) => ({ code, since, until })),
  });
  const liked = (verdict: Awaited<ReturnType<typeof onceKept>>) => ({
    ...pick(verdict),
    reasons: verdict.reasons.map(({ code, since, until }) => ({
      ...{ code, since: since?.toISOString() ?? null, until: until?.toISOString() ?? null },
    })),
  });

  it('may be written to, and can be added with the handle filled in', async () => {
    const answer = await checked({ linkedin: 'https://www.linkedin.com/in/Nobody-Yet/?x=1' }, here().token);
    expect(answer).toMatchObject({
      ...{ contact: null, known: false, allowed: true, purpose: 'opening', reasons: [] },
      sentence: 'Nobody here knows this person. Nothing speaks against writing.',
      next_act: {
        code: 'add',
        url: 'http://localhost:3000/contacts/new?linkedin=linkedin.com%2Fin%2Fnobody-yet',
      },
    });
    expect(like(answer)).toEqual(liked(await onceKept('linkedin', 'nobody-yet')));
  });

  it('is refused at a suppressed address, in any of its spellings, until that is lifted', async () => {
    const { nora, token } = here();
    await suppressAddress(nora, { channel: 'email', handle: 'quiet@away.example' }, 'asked by phone');
    const answer = await checked({ email: 'Quiet+news@Away.example' }, token);
    expect(answer).toMatchObject({
      ...{ known: false, allowed: false, reasons: [{ code: 'suppressed', lifted_by: { role: 'owner' } }] },
      next_act: null,
    });
    expect(answer.sentence).toMatch(
      /^You can’t write to quiet@away\.example\. On .+ it was put among the addresses that nobody here writes to\. This person may still be reached another way\.$/,
    );
    const { sentence } = await checked({ email: 'quiet@away.example', language: 'es' }, token);
    expect(sentence).toMatch(/ Quizá se pueda llegar a esta persona por otro camino\.$/);
    expect(like(answer)).toEqual(liked(await onceKept('email', 'quiet@away.example')));
    const [row] = await rows<{ id: string }>(
      'SELECT id FROM suppressions ORDER BY recorded_seq DESC LIMIT 1',
    );
    await liftSuppression(nora, row?.id ?? '', 'they asked again');
    await expect(checked({ email: 'quiet@away.example' }, token)).resolves.toMatchObject({ allowed: true });
  });

  it('is refused under a suppressed domain, subdomains included', async () => {
    const { nora, token } = here();
    await suppressDomain(nora, 'closed.example', 'their lawyer wrote');
    const answer = await checked({ email: 'ana@mail.closed.example' }, token);
    expect(answer).toMatchObject({ allowed: false, reasons: [{ code: 'suppressed' }] });
    expect(answer.sentence).toContain('its domain was put among those');
    expect(like(answer)).toEqual(liked(await onceKept('email', 'ana@mail.closed.example')));
    await expect(checked({ email: 'ana@notclosed.example' }, token)).resolves.toMatchObject({
      allowed: true,
    });
  });

  it('is refused where the organization that owns the domain said no for everybody', async () => {
    const { nora, token } = here();
    const organizationId = await anOrganization('Galerna');
    await rows(`INSERT INTO organization_domains (domain, organization_id) VALUES ('galerna.example', $1)`, [
      organizationId,
    ]);
    const luis = await somebody('Luis Vega', { organizationId });
    await said(nora, luis.id, 'None of us, please.', {
      ...{ outcome: 'declined', scope: 'organization', words: 'None of us' },
    });
    const answer = await checked({ email: 'new@press.galerna.example' }, token);
    expect(answer.sentence).toMatch(
      /^You can’t write to anybody at Galerna now\. On .+ Luis Vega said no for everybody there: “None of us”\. It opens if Luis Vega shows interest\.$/,
    );
    expect(like(answer)).toEqual(liked(await onceKept('email', 'new@press.galerna.example')));
    await said(nora, luis.id, 'Not before next year.', {
      ...{ outcome: 'later', until: new Date(Date.now() + 90 * 86_400_000) },
    });
    const later = await checked({ email: 'other@galerna.example' }, token);
    expect(later).toMatchObject({ reasons: [{ code: 'resting' }] });
    expect(like(later)).toEqual(liked(await onceKept('email', 'other@galerna.example')));
  });

  it('is held while somebody there seems to have said no for everybody, and nobody has heard it', async () => {
    const { nora, token } = here();
    const organizationId = await anOrganization('Rompeolas');
    await rows(
      `INSERT INTO organization_domains (domain, organization_id) VALUES ('rompeolas.example', $1)`,
      [organizationId],
    );
    const luis = await somebody('Luis Vega', { organizationId });
    const messageId = await logged(nora, luis.id, { body: 'None of us here needs this.' });
    await rows(
      `INSERT INTO replies (message_id, outcome, scope, reader_version) VALUES ($1, 'declined', 'organization', 1)`,
      [messageId],
    );
    const answer = await checked({ email: 'new@rompeolas.example' }, token);
    expect(answer.sentence).toMatch(
      /^You can’t write to anybody at Rompeolas yet\. On .+ Luis Vega said: “None of us here needs this”\. That may be a no for everybody there, and nobody here has heard it yet\. It opens once somebody has listened\.$/,
    );
    expect(like(answer)).toEqual(liked(await onceKept('email', 'new@rompeolas.example')));
    await heard(nora, luis.id, messageId, { outcome: 'other' });
    expect(await checked({ email: 'other@rompeolas.example' }, token)).toMatchObject({ allowed: true });
  });

  it('is not written to either by somebody who has left others waiting for too long', async () => {
    const { nora, token } = here();
    const asked = await somebody('Ines Roca');
    // Sixty days cannot be waited for here: the standing says what stand() would say then.
    await poolAs('owner').query(
      `UPDATE standing SET talked_last_id = $2, talked_at = now(), debt_owed_since = now() - interval '60 days' WHERE contact_id = $1`,
      [asked.id, nora.userId],
    );
    const answer = await checked({ email: 'someone@quite-new.example' }, token);
    expect(answer).toMatchObject({ allowed: false, reasons: [{ code: 'listening_debt' }] });
    expect(like(answer)).toEqual(liked(await onceKept('email', 'someone@quite-new.example')));
  });
});
