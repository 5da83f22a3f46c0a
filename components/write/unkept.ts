import { controlOf } from './manners';

const fields = ['subject', 'newFact', 'body'] as const;

/** What is typed and not kept yet, in this tab alone and for whoever typed it: it outlives a reload. */
export function noteUnkept(form: HTMLFormElement): void {
  stored((storage) => storage.setItem(keyOf(form), wordsOf(form)));
}

/** It is kept, or is to be gone. */
export function forgetUnkept(form: HTMLFormElement): void {
  stored((storage) => storage.removeItem(keyOf(form)));
}

/** Brings back what was typed and not kept; answers whether there was anything. */
export function bringBackUnkept(form: HTMLFormElement): boolean {
  const words = stored((storage) => storage.getItem(keyOf(form)));
  if (!words || words === wordsOf(form)) return false;
  const typed: unknown = JSON.parse(words);
  if (!Array.isArray(typed)) return false;
  fields.forEach((name, at) => {
    const [control, value] = [controlOf(form, name), typed[at] as unknown];
    if (control && typeof value === 'string') control.value = value;
  });
  return true;
}

/** The words that stand in the form. */
export function wordsOf(form: HTMLFormElement): string {
  return JSON.stringify(fields.map((name) => controlOf(form, name)?.value ?? null));
}

const keyOf = (form: HTMLFormElement) =>
  `unkept ${form.dataset['writing'] ?? ''} ${controlOf(form, 'contactId')?.value ?? ''}`;

// A browser may be told to store nothing.
function stored<T>(work: (storage: Storage) => T): T | null {
  try {
    return work(sessionStorage);
  } catch {
    return null;
  }
}
