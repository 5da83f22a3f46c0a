'use client';

import { createContext, useContext, useEffect, useRef, type ComponentProps } from 'react';
import { TextArea } from '@/components/ui/field';
import { noAnswer, type FormAnswer } from '@/lib/auth/answer';

/** What the form around a field was answered. */
export const Answered = createContext<FormAnswer>(noAnswer);

/** Several lines of a small form, with what is wrong with them said there; the focus goes to it. */
export function ActTextArea({ name, ...rest }: ComponentProps<typeof TextArea> & { name: string }) {
  const answer = useContext(Answered);
  const box = useRef<HTMLDivElement>(null);
  const error = answer.fields[name];
  useEffect(() => {
    if (error) box.current?.querySelector('textarea')?.focus();
  }, [answer, error]);
  return (
    <div ref={box}>
      <TextArea {...rest} name={name} {...(error ? { error } : {})} />
    </div>
  );
}
