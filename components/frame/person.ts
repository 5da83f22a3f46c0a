const contactPath = /^\/contacts\/([0-9a-f]{8}-[0-9a-f-]{27})(?:\/|$)/;

/** The contact an address is about, if it is about one. */
export function contactIn(path: string): string | null {
  return contactPath.exec(path)?.[1] ?? null;
}

/** The row that has the focus, if it is somebody's (`data-contact-id`). */
export function rowInFocus(): HTMLElement | null {
  return document.activeElement?.closest<HTMLElement>('li[data-contact-id]') ?? null;
}

/** Who is in view: the person of the row in focus, of the page's address, or the one the page says it is about. */
export function personInView(): string | null {
  const row = rowInFocus()?.dataset['contactId'];
  if (row) return row;
  const link = document.activeElement?.closest('a[data-row]')?.getAttribute('href');
  const about = document.querySelector<HTMLElement>('main [data-contact-id]:not(li)');
  return contactIn(link ?? '') ?? contactIn(location.pathname) ?? about?.dataset['contactId'] ?? null;
}
