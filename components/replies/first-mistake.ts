import { useEffect, type RefObject } from 'react';
import { noAnswer, type FormAnswer } from '@/lib/auth/answer';

/** Brings the focus to the first field that needs another look. */
export function useFirstMistake(form: RefObject<HTMLFormElement | null>, answer: FormAnswer): void {
  useEffect(() => {
    if (answer !== noAnswer)
      form.current?.querySelector<HTMLElement>('[aria-invalid], [data-invalid]')?.focus();
  }, [form, answer]);
}
