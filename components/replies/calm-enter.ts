import { useEffect, type RefObject } from 'react';

/** How long after a reply has come an Enter is still taken for the one that sent the reply before it. */
const settling = 900;

/**
 * Enter says "nothing to decide", so it must be meant: neither held down, nor pressed in the moment in which the reply came,
 * nor while something is filled in that would be said with another outcome.
 */
export function useCalmEnter(form: RefObject<HTMLFormElement | null>): void {
  useEffect(() => {
    const since = performance.now();
    const calm = (event: KeyboardEvent) => {
      const box = form.current;
      if (event.key !== 'Enter' || event.metaKey || event.ctrlKey || !box) return;
      const here = event.target instanceof Node && box.contains(event.target);
      const anywhere = event.target === document.body;
      if (!here && !anywhere) return;
      const tooSoon = performance.now() - since < settling;
      if (event.repeat || tooSoon || (anywhere && isFilledIn(box))) event.preventDefault();
    };
    // Before the keyboard of the page, which leaves alone what was prevented.
    document.addEventListener('keydown', calm, true);
    return () => document.removeEventListener('keydown', calm, true);
  }, [form]);
}

function isFilledIn(form: HTMLFormElement): boolean {
  const fields = form.querySelectorAll<HTMLInputElement>('input[type=text], input:not([type]), textarea');
  return [...fields].some((field) => field.value !== field.defaultValue);
}
