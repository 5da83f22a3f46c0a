import type { Pasted, Reader } from '@/lib/threads/pasted/pasted';
import { readPasted } from '@/lib/threads/pasted/read';

/** Nora reads what she and Ana said to each other; it is Wednesday, 18 March 2026, in Madrid. */
export const nora: Reader = {
  contact: { name: 'Ana García', handles: ['ana@marea.example', '+34600112233'] },
  user: { name: 'Nora Weiß', email: 'nora@atelier.example' },
  zone: 'Europe/Madrid',
  now: new Date('2026-03-18T15:00:00Z'),
};

const sides = { ours: 'we', theirs: 'they', unknown: '?' } as const;

/** A reading as a table has it: one line a turn, "they 2026-03-12 18:04: Hola / segunda línea". */
export function told(text: string, reader: Reader = nora): string[] {
  return turnsTold(readPasted(text, reader));
}

export function turnsTold({ turns }: Pasted): string[] {
  return turns.map(({ side, what, day, hour, text }) => {
    const when = day === null ? (hour ?? '-') : hour === null ? day : `${day} ${hour}`;
    const done = what === 'message' ? '' : ` (${what})`;
    return `${sides[side]} ${when}${done}: ${text.replaceAll('\n', ' / ')}`;
  });
}
