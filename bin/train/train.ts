// Trains what reads replies: `npm run train-replies`. Same texts, same seed: same model.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { modelFrom, seen } from './model';
import { samplesIn } from './samples';
import { tryOut } from './try';

const all = samplesIn(join(process.cwd(), 'tests/corpus/replies/train')).map(seen);

if (process.argv[2] === 'try') tryOut(all);
else {
  const file = join(process.cwd(), 'lib/replies/suggesting/model.json');
  const text = JSON.stringify(modelFrom(all));
  const same = text === JSON.stringify(JSON.parse(readFileSync(file, 'utf8')));
  writeFileSync(file, text);
  process.stdout.write(
    `${file}: ${text.length} bytes, ${same ? 'as it was' : 'changed: raise suggesterVersion, so that what waits is read again'}\n`,
  );
}
