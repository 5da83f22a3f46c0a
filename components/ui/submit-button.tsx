'use client';

import { useFormStatus } from 'react-dom';
import { Button, type ButtonProps } from './button';

/**
 * Submits its form once: while the answer is awaited it says `pending` and does not submit again.
 * It keeps the focus, so it is marked busy and never disabled.
 */
export function SubmitButton({
  pending,
  variant = 'first',
  children,
  ...rest
}: ButtonProps & { pending: string }) {
  const { pending: waiting } = useFormStatus();
  const wait = waiting ? { 'aria-busy': true, type: 'button' as const } : { type: 'submit' as const };
  return (
    <Button {...rest} variant={variant} {...wait}>
      <span aria-live="polite">{waiting ? pending : children}</span>
    </Button>
  );
}
