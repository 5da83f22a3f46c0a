import { type FormEvent, useEffect, useRef } from 'react';
import type { FormAnswer } from '@/lib/auth/answer';

const keepTyped = (event: FormEvent) => event.preventDefault();

/**
 * For a form with a password that is tried: what was typed stays in the browser's own fields after an answer, but for a
 * password that was refused, or was taken; and the focus goes to what has to be mended.
 */
export function useMending(answer: FormAnswer) {
  const ref = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const password = ref.current?.querySelector<HTMLInputElement>('input[type=password]');
    const { mend } = answer.values;
    if (password && (mend === 'password' || answer.done !== null)) password.value = '';
    const wrong =
      ref.current?.querySelector<HTMLElement>('[aria-invalid]') ??
      (mend ? ref.current?.querySelector<HTMLElement>(`[name="${CSS.escape(mend)}"]`) : null);
    wrong?.focus();
  }, [answer]);
  // A form is emptied when it was answered, unless it is asked not to.
  return { ref, onReset: keepTyped };
}
