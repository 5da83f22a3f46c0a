import { expect, it, vi } from 'vitest';
import { rows } from '@/lib/db/pool';
import { keepModelKey, switchOff, switchOn } from '@/lib/replies/language-model/mutations';
import { keptKey, languageModel } from '@/lib/replies/language-model/queries';
import { openText, sealText, sealingKeys } from '@/lib/mailboxes/sealing';
import { aModel, events, on } from './waiting';

vi.hoisted(() => {
  const keys = [9, 7].map((byte) => Buffer.alloc(32, byte).toString('base64'));
  process.env['EARSHOT_MAILBOX_KEY'] = keys.join('\n');
});

const scene = aModel();

it('seals its key for one address, never shows it, and seals it anew with the newest master key', async () => {
  await on(scene.owner, scene.server, { key: 'sk-of-the-sea' });
  const [row] = await rows<{ secret: Buffer; id: string; all: string }>(
    'SELECT secret, secret_key_id AS id, l::text AS all FROM language_model l',
  );
  expect(row?.all).not.toContain('sk-of-the-sea');
  expect(row?.all).not.toContain(Buffer.from('sk-of-the-sea').toString('hex'));
  expect(JSON.stringify(await languageModel(scene.owner))).not.toContain('sk-of');
  expect(await keptKey(scene.owner, scene.server.baseUrl)).toEqual({ key: 'sk-of-the-sea' });
  expect(await keptKey(scene.owner, 'https://elsewhere.example/v1')).toEqual({ key: null });
  // Led elsewhere by hand, it does not open.
  await rows(`UPDATE language_model SET base_url = 'https://elsewhere.example/v1'`);
  expect(await keptKey(scene.owner, 'https://elsewhere.example/v1')).toBe('locked');
  await rows('UPDATE language_model SET base_url = $1', [scene.server.baseUrl]);
  expect(await keepModelKey()).toBe(0);
  const older = sealingKeys(Buffer.alloc(32, 7).toString('base64'));
  const bound = ['language_model.secret', '1', scene.server.baseUrl];
  const sealed = sealText('sk-of-the-sea', bound, older);
  if (!sealed) throw new Error('there is a key');
  expect(openText(sealed, bound, older)).toBe('sk-of-the-sea');
  await rows('UPDATE language_model SET secret = $1, secret_nonce = $2, secret_key_id = $3', [
    ...[sealed.secret, sealed.nonce, sealed.keyId],
  ]);
  expect(await keepModelKey()).toBe(1);
  expect(await keptKey(scene.owner, scene.server.baseUrl)).toEqual({ key: 'sk-of-the-sea' });
});

it('writes every change of the setting into the log, in codes', async () => {
  const before = (await events('language_model_changed')).length;
  await on(scene.owner, scene.server, { key: 'sk-of-the-sea' });
  await on(scene.owner, scene.server);
  await on(scene.owner, scene.server, { model: 'larger' });
  await switchOn(scene.owner, { baseUrl: 'https://elsewhere.example/v1', model: 'larger', key: undefined });
  await switchOff(scene.owner, { forget: false });
  expect(await switchOff(scene.owner, { forget: false })).toBe(false);
  await switchOff(scene.owner, { forget: true });
  expect((await events('language_model_changed')).slice(before)).toEqual(
    [
      { is_on: true, changed: ['is_on', 'base_url', 'model', 'key'] },
      { is_on: true, changed: [] },
      { is_on: true, changed: ['model'] },
      { is_on: true, changed: ['base_url', 'key'] },
      { is_on: false, changed: ['is_on'] },
      { is_on: false, changed: ['base_url', 'model'] },
    ].map((codes) => ({ codes, actorId: scene.owner.userId })),
  );
  expect(await languageModel(scene.owner)).toMatchObject({
    isOn: false,
    baseUrl: null,
    model: null,
    hasKey: false,
  });
});
