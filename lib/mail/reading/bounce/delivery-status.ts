import { valueOf } from '../mime/header';
import type { Header } from '../mime/header';
import { fieldBlocks, recipientOf } from './report-fields';

/** What a delivery report says of one recipient (RFC 3464, 2.3). */
export interface Delivery {
  readonly recipient: string | null;
  readonly outcome: 'failed' | 'delayed' | 'delivered';
  /** Enhanced status code (RFC 3463), or null. */
  readonly status: string | null;
  /** The diagnostic code, without its type. */
  readonly said: string;
}

const about = ['final-recipient', 'original-recipient', 'action', 'status', 'diagnostic-code'];

/** The recipients of a delivery report; those that tell neither whom nor what are passed over. */
export function deliveriesIn(text: string): Delivery[] {
  return fieldBlocks(text)
    .filter((block) => about.filter((name) => valueOf(block, name) !== null).length >= 2)
    .map(delivery);
}

function delivery(block: Header): Delivery {
  const status = /[245]\.\d{1,3}\.\d{1,3}/.exec(valueOf(block, 'status') ?? '')?.[0] ?? null;
  const diagnostic = (valueOf(block, 'diagnostic-code') ?? '').replace(/^[a-z0-9-]{2,20} *; */i, '');
  const comment = /\(([^()]+)\)/.exec(`${valueOf(block, 'status')} ${valueOf(block, 'action')}`)?.[1] ?? '';
  return {
    recipient: recipientOf(block),
    outcome: outcomeOf((valueOf(block, 'action') ?? '').toLowerCase(), status),
    status,
    said: `${diagnostic} ${comment}`.trim(),
  };
}

function outcomeOf(action: string, status: string | null): Delivery['outcome'] {
  if (/^(?:delivered|relayed|expanded|deliverable)/.test(action)) return 'delivered';
  if (/^(?:delayed|deferred)/.test(action)) return 'delayed';
  if (action === '' && status?.startsWith('2')) return 'delivered';
  return 'failed';
}
