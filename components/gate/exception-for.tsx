'use client';

import { useState } from 'react';
import { Select } from '@/components/ui/field';

interface ExceptionForProps {
  label: string;
  /** Whoever may be let write once, and what refuses them now: each reason its code and in words. */
  to: readonly {
    readonly id: string;
    readonly name: string;
    readonly reasons: readonly { readonly code: string; readonly said: string }[];
  }[];
  /** Whether the reasons are listed. */
  listed: boolean;
}

/** For whom an exception is made, with what it lifts for exactly them. */
export function ExceptionFor({ label, to, listed }: ExceptionForProps) {
  const [id, setId] = useState(to[0]?.id ?? '');
  const reasons = to.find((one) => one.id === id)?.reasons ?? [];
  return (
    <>
      <Select label={label} name="toId" required value={id} onChange={({ target }) => setId(target.value)}>
        {to.map(({ id: one, name }) => (
          <option key={one} value={one}>
            {name}
          </option>
        ))}
      </Select>
      <input type="hidden" name="reasons" value={reasons.map(({ code }) => code).join(' ')} />
      {listed && (
        <ul className="hint list-disc space-y-1 py-2 pl-5" aria-live="polite">
          {reasons.map(({ code, said }) => (
            <li key={code}>{said}</li>
          ))}
        </ul>
      )}
    </>
  );
}
