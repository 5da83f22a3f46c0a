import { describe, expect, it } from 'vitest';
import { check } from '../../../bin/checks/secrets.js';
import { treeOf } from '../../../bin/checks/tree.js';

const said = (path: string, text: string) => check(treeOf({ [path]: text })).map(({ says }) => says);

describe('what is never committed', () => {
  it.each([
    ['lib/auth/key.ts', '-----BEGIN PRIVATE KEY-----'],
    ['docs/self-hosting.md', 'AKIAABCDEFGHIJKLMNOP'],
    ['docs/self-hosting.md', 'postgres://ana:hunter2@db.example.org/earshot'],
    ['bin/start.js', "const data = '/home/ana/earshot';"],
    ['package-lock.json', '"resolved": "https://registry.example.org/zod.tgz"'],
    ['.npmrc', 'registry=https://registry.example.org'],
    ['.env', 'PORT=3000'],
  ])('%s: %s', (path, text) => {
    expect(said(path, text)).toHaveLength(1);
  });

  it.each([
    ['docs/self-hosting.md', 'postgres://earshot:password@db.example.org/earshot'],
    ['tests/unit/boot/settings.test.ts', 'postgres://ana:sesame@host/db'],
    ['tests/support/database.ts', 'postgres://postgres:postgres@127.0.0.1:5432/test'],
    ['docs/self-hosting.md', 'User=earshot, WorkingDirectory=/home/earshot/earshot'],
  ])('%s: %s is fine', (path, text) => {
    expect(said(path, text)).toEqual([]);
  });
});
