import { expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import { rows } from '@/lib/db/pool';
import { poolAs } from '@/tests/support/database';

it('gives each file a migrated database', async () => {
  expect(await db().contact.count()).toBe(0);
  expect(await rows<{ who: string }>('select current_user as who')).toEqual([{ who: 'earshot_web' }]);
  expect((await poolAs('owner').query('select 1 as one')).rows).toEqual([{ one: 1 }]);
});
