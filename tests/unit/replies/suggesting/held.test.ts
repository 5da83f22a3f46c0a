import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '@/bin/boot/root.js';
import { samplesIn } from '@/bin/train/samples';

const repliesIn = (folder: string) =>
  samplesIn(join(root, 'tests/corpus/replies', folder)).map(({ reply }) => reply.trim().toLowerCase());

it('is measured on replies that it was not trained on', () => {
  const trained = new Set(repliesIn('train'));
  expect(repliesIn('held').filter((reply) => trained.has(reply))).toEqual([]);
});
