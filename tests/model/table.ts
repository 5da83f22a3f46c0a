import type { Purpose, Reason } from '../support/history';
import type { Timeline } from './script';
import { closingCells } from './table/closing';
import { scopeCells } from './table/scopes';
import { turnCells } from './table/turn';
import { houseCells } from './table/house';

/** The rows of the table: reasons, and noes by what they are a no to. */
export type Row =
  | Exclude<Reason, 'declined'>
  | 'declined: person'
  | 'declined: organization'
  | 'declined: all_pitches'
  | 'declined: this_pitch';

/** One cell told as a story. Several may tell the same one. */
export type Cell = Timeline & { row: Row };

/** What the reason does to a message of this purpose; `or` where it depends on what the row says. */
type Says =
  'refused' | 'allowed' | 'refused or allowed' | 'refused, warned or allowed' | 'warned' | 'cannot be';

/** The table reason × purpose of the design, with the two codes that the decided cases add. */
export const table: Record<Row, Record<Purpose, Says>> = {
  opted_out: row('refused', 'refused', 'refused or allowed', 'refused'),
  suppressed: row('refused', 'refused', 'refused', 'refused'),
  not_their_address: row('refused', 'refused', 'refused', 'refused'),
  'declined: person': row('refused', 'refused', 'refused or allowed', 'allowed'),
  'declined: organization': row('refused', 'refused', 'refused or allowed', 'allowed'),
  'declined: all_pitches': row('refused or allowed', 'refused', 'refused or allowed', 'allowed'),
  'declined: this_pitch': row('refused or allowed', 'refused', 'refused or allowed', 'allowed'),
  wrong_person: row('refused or allowed', 'refused', 'refused or allowed', 'allowed'),
  resting: row('refused', 'refused', 'refused or allowed', 'allowed'),
  unheard_reply: row('refused', 'refused', 'refused or allowed', 'refused'),
  response_owed: row('refused', 'refused', 'refused or allowed', 'allowed'),
  awaiting_reply: row('cannot be', 'refused or allowed', 'cannot be', 'cannot be'),
  invitation_needed: row('refused, warned or allowed', 'refused, warned or allowed', 'allowed', 'allowed'),
  recently_ended: row('refused', 'cannot be', 'cannot be', 'allowed'),
  colleague_in_conversation: row('refused', 'refused', 'refused', 'refused'),
  listening_debt: row('refused', 'refused', 'allowed', 'allowed'),
  deaf: row('refused or allowed', 'refused', 'warned', 'allowed'),
};

function row(opening: Says, follow_up: Says, response: Says, thanks: Says): Record<Purpose, Says> {
  return { opening, follow_up, response, thanks };
}

export function reasonOf(row: Row): Reason {
  switch (row) {
    case 'declined: person':
    case 'declined: organization':
    case 'declined: all_pitches':
    case 'declined: this_pitch':
      return 'declined';
    default:
      return row;
  }
}

export const cells: readonly Cell[] = [...closingCells, ...scopeCells, ...turnCells, ...houseCells];
