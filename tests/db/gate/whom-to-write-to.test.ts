import { describe, expect, it } from 'vitest';
import { peopleToWriteTo } from '@/components/frame/palette/answer';
import { reasonsFor } from '@/lib/gate/lifting/queries';
import { aMember, anOwner } from '@/tests/support/people';
import { logged, said, somebody } from './scene';

describe('“Write to somebody”, before a name is typed', () => {
  it('offers who waits for us first, then whoever one may write to, and nobody who said no', async () => {
    const nora = await anOwner();
    const [ana, ben, eva, luis] = [
      await somebody('Ana'),
      await somebody('Ben'),
      await somebody('Eva'),
      await somebody('Luis'),
    ];
    await said(nora, ben.id, 'No.', { outcome: 'declined', scope: 'person' });
    await said(nora, ana.id, 'What would it cost?', { outcome: 'question' });
    await logged(nora, luis.id, { body: 'Hello', direction: 'outbound' });
    const { commands } = await peopleToWriteTo(nora, 'en');
    expect(commands[0]).toMatchObject({ label: 'Ana', href: `/contacts/${ana.id}/write` });
    expect(commands.map(({ label }) => label)).not.toContain('Ben');
    expect(commands.map(({ label }) => label)).not.toContain('Luis');
    expect(new Set(commands.map(({ id }) => id)).size).toBe(commands.length);
    expect(commands.map(({ href }) => href)).not.toContain(`/contacts/${eva.id}`);
  });
});

describe('what an exception would lift', () => {
  it('is, for each of the team, only what refuses them: nobody is kept away by a conversation of one’s own', async () => {
    const [nora, marc, ana] = [await anOwner(), await aMember(), await somebody('Ana')];
    await logged(nora, ana.id, { body: 'Hello', direction: 'outbound' });
    const asked = { contactId: ana.id, channel: 'linkedin', addressId: ana.linkedin } as const;
    expect(await reasonsFor(nora, asked, [nora.userId])).not.toContain('colleague_in_conversation');
    expect(await reasonsFor(nora, asked, [marc.userId])).toContain('colleague_in_conversation');
  });
});
