import type { AddressChannel } from '@/lib/contacts/addresses';
import { nameKey } from '@/lib/contacts/name-key';
import type { Columns, Field } from './fields';

/** What a row says of a field. */
export type Said = (field: Field) => string;

/** What a row says of a field; several columns of one field are read one after the other. Empty where nothing stands. */
export function cellsByField(cells: readonly string[], columns: Columns): Said {
  return (field) =>
    cells.filter((cell, at) => columns[at] === field && cell !== '').join(field === 'note' ? '\n' : ' ::: ');
}

/** The addresses of one cell: exports put several into one, between " ::: ", semicolons, commas, bars or line ends. */
export function splitAddresses(channel: AddressChannel, cell: string): string[] {
  const parts = cell.split(/:::|[;|\n]/);
  const apart =
    channel === 'email'
      ? parts.flatMap(splitEmails)
      : channel === 'other'
        ? parts
        : parts.flatMap((part) => part.split(/,|\s\/\s/));
  return apart.map((part) => part.trim()).filter((part) => part !== '' && part !== '-');
}

// A comma may stand in a display name; where several @ stand, it parts.
function splitEmails(part: string): string[] {
  if (part.split('@').length <= 2) return [part];
  return part.includes('<') ? part.split(/(?<=>)\s*,/) : part.split(/[,\s]+/);
}

const kept = new Set([
  '',
  'no',
  'n',
  'false',
  'falso',
  '0',
  '-',
  'none',
  'ninguno',
  'subscribed',
  'suscrito',
  'suscrita',
  'active',
  'activo',
  'null',
]);

/** Whether a cell under "unsubscribed" or "do not contact" says that somebody is to be left out: whatever is no plain no. */
export function tellsToLeaveOut(cell: string): boolean {
  return !kept.has(nameKey(cell));
}
