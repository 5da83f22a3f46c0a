import type { News } from '@/lib/live/news';

const lists = /^\/(today|listen|gate-log|acts)(\/|$)|^\/(contacts|mail\/questions)$/;
const person = /^\/contacts\/([0-9a-f-]{36})(\/(?!edit)|$)/;
const mailboxes = /^\/settings\/mailboxes(?:\/([0-9a-f-]{36}))?$/;

/** Whether what changed may show on the page of this address: lists show everybody, a person's pages that person. */
export function concerns(path: string, { all, contacts, mailboxes: read }: News): boolean {
  if (lists.test(path)) return all || contacts.length > 0;
  const id = person.exec(path)?.[1];
  if (id !== undefined) return all || contacts.includes(id);
  const about = mailboxes.exec(path);
  if (about === null) return false;
  return all || (about[1] === undefined ? read.length > 0 : read.includes(about[1]));
}
