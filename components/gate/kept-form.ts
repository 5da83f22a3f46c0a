'use client';

import { startTransition, useActionState, type FormEvent } from 'react';

/**
 * A form that keeps what was filled in, whatever it is answered: React empties forms after their action, and a
 * refused message must still be there. Without a script it is an ordinary form.
 */
export function useKeptForm<Answer>(
  action: (before: Awaited<Answer>, form: FormData) => Answer | Promise<Answer>,
  nothingYet: Awaited<Answer>,
) {
  const [answer, send, pending] = useActionState(action, nothingYet);
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { submitter } = event.nativeEvent instanceof SubmitEvent ? event.nativeEvent : { submitter: null };
    const form = new FormData(event.currentTarget, submitter);
    if (!pending) startTransition(() => send(form));
  };
  return { answer, pending, form: { action: send, onSubmit } };
}
