import 'server-only';
import { rows } from '@/lib/db/pool';

/** Lets go of what every process has told long ago. It says of nobody anything, and so asks for no proof. */
export async function forgetChanges(before: string): Promise<void> {
  await rows('SELECT law.forget_changes($1::text::xid8)', [before]);
}
