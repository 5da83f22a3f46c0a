import type { News } from '@/lib/live/news';

const lists = /^\/(today|listen|gate-log|acts)(\/|$)|^\/(contacts|mail\/questions)$/;
const person = /^\/contacts\/([0-9a-f-]{36})(\/(?!edit)|$)/;

/** Whether what changed may show on the page of this address: lists show everybody, a person's pages that person. */
export function concerns(path: string, { all, contacts }: News): boolean {
  if (lists.test(path)) return true;
  const id = person.exec(path)?.[1];
  return id !== undefined && (all || contacts.includes(id));
}
