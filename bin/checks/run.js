#!/usr/bin/env node
import { fileURLToPath } from 'node:url';
import * as actors from './actors.js';
import * as casts from './casts.js';
import * as cycles from './cycles.js';
import * as layers from './layers.js';
import * as messages from './messages.js';
import * as names from './names.js';
import * as packages from './packages.js';
import * as papers from './papers.js';
import * as purity from './purity.js';
import * as secrets from './secrets.js';
import * as sizes from './sizes.js';
import { treeAt } from './tree.js';
import * as unused from './unused.js';
import * as words from './words.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const all = [
  layers,
  cycles,
  purity,
  names,
  sizes,
  casts,
  words,
  messages,
  actors,
  packages,
  secrets,
  papers,
  unused,
];

/** `node bin/checks/run.js [name …]`: a line for each check, its findings under it, exit 1 on any. */
const asked = process.argv.slice(2);
const unknown = asked.filter((word) => !all.some(({ name }) => name === word));
if (unknown.length > 0) {
  console.error(
    `No check is called ${unknown.join(', ')}. There are: ${all.map(({ name }) => name).join(', ')}`,
  );
  process.exit(1);
}

const tree = treeAt(root);
const chosen = asked.length > 0 ? all.filter(({ name }) => asked.includes(name)) : all;
let failed = 0;
for (const { name, check } of chosen) {
  const findings = check(tree, undefined, root);
  if (findings.length > 0) failed += 1;
  console.log(findings.length === 0 ? `ok    ${name}` : `FAIL  ${name}: ${findings.length}`);
  for (const { file, line, says } of findings) console.log(`      ${file}${line ? `:${line}` : ''}  ${says}`);
}
console.log(`${chosen.length - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
