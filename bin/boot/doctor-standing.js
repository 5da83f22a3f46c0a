// Every stored standing against what the rows of its contact add up to, some contacts at a time: a million need no memory.
import { say } from './say.js';

const atOnce = 500;
const shown = 20;

/**
 * Compares all standings; says of the first that differ in which columns, and how many more there are. With `mend`
 * they are computed again, each under its lock.
 * @returns {Promise<{ compared: number, differing: number, mended: number, contacts: string[] }>}
 */
export async function compareStandings(client, { mend }) {
  const found = { compared: 0, differing: 0, mended: 0, contacts: [] };
  let after = null;
  for (;;) {
    const { rows } = await client.query(
      'select up_to, compared, differing from law.compare_standings($1, $2)',
      [after, atOnce],
    );
    const [{ up_to: upTo, compared, differing }] = rows;
    if (upTo === null) break;
    after = upTo;
    found.compared += compared;
    for (const one of differing) await note(client, one, found, mend);
  }
  if (found.differing > shown) say('', `and ${counted(found.differing - shown, 'contact')} more`);
  return found;
}

async function note(client, one, found, mend) {
  found.differing += 1;
  if (found.differing <= shown) {
    found.contacts.push(one.contact_id);
    say(found.differing === 1 ? 'differing' : '', `${one.contact_id}: ${differenceOf(one)}`);
  }
  if (!mend) return;
  await standAgain(client, one.contact_id);
  found.mended += 1;
}

/** In which columns a standing differs: the stored value, and what it should be. Ids, codes and times only. */
export function differenceOf({ missing, columns }) {
  if (missing) return 'has no standing';
  const value = (one) => one ?? 'empty';
  return columns
    .map(({ column, stored, recomputed }) =>
      column === 'name_key'
        ? 'name_key is another name'
        : `${column} is ${value(stored)}, should be ${value(recomputed)}`,
    )
    .join('; ');
}

async function standAgain(client, id) {
  await client.query('begin');
  try {
    await client.query(
      'insert into standing (contact_id) select id from contacts where id = $1 on conflict do nothing',
      [id],
    );
    await client.query('select law.lock_standing($1)', [id]);
    await client.query('select law.stand($1)', [id]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

/** `1 contact`, `1,204 contacts`. */
export function counted(count, word) {
  return `${count.toLocaleString('en')} ${word}${count === 1 ? '' : 's'}`;
}
