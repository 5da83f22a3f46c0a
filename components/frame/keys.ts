import { rowInFocus } from './person';

/** The name of what was pressed, as `data-key` spells it: `r`, `?`, `Enter`, `mod+Enter`. */
export function keyOf(event: Pick<KeyboardEvent, 'key' | 'metaKey' | 'ctrlKey'>): string {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  return event.metaKey || event.ctrlKey ? `mod+${key}` : key;
}

/** Whether a key pressed there belongs to the control that has the focus rather than to the page. */
export function isTyping(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.matches('textarea, select')) return true;
  const input = target instanceof HTMLInputElement;
  if (input && !['radio', 'checkbox', 'button', 'submit'].includes(target.type)) return true;
  // Enter on a link, a button or a radio is theirs: it follows, presses, or sends the form.
  return key === 'Enter' && target !== document.body;
}

/** Presses what carries the key: a link or button is clicked, a radio is also given the focus. */
export function findKeyed(key: string): boolean {
  const found = document.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]:not([inert] *)`);
  if (!found) return false;
  found.focus();
  found.click();
  return true;
}

/** Moves the focus to the next (1) or previous (-1) row of a list. */
export function stepRow(step: 1 | -1): boolean {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-row]')];
  const row = document.activeElement?.closest('li');
  const here = rows.findIndex((one) => one === document.activeElement || row?.contains(one));
  const next = rows[here < 0 ? 0 : here + step];
  next?.focus();
  return next !== undefined;
}

/** Presses what carries the key in the row that has the focus (`data-row-key`). */
export function pressInRow(key: string): boolean {
  const row = rowInFocus();
  const found = row?.querySelector<HTMLElement>(`[data-row-key="${CSS.escape(key)}"]`);
  found?.click();
  return found !== null && found !== undefined;
}

/** Opens a fold of the page and gives what is to be filled in or pressed there the focus. */
export function unfold(id: string): boolean {
  const fold = document.getElementById(id);
  if (!(fold instanceof HTMLDetailsElement)) return false;
  fold.open = true;
  fold.querySelector<HTMLElement>('input:not([type=hidden]), select, textarea, button')?.focus();
  return true;
}
