import type { Circumstances, Draft, FindingCode } from '@/lib/manners/finding';
import { mannersOf } from '@/lib/manners/manners';

/** An opening by e-mail to Ana, of whom nothing else is known. */
export const toAna: Circumstances = {
  ...{ name: 'Ana Beltrán Ruiz', givenName: 'Ana', channel: 'email', purpose: 'opening' },
  ...{ carriesPitch: false, isFirst: true, haveSpoken: false, theirHour: 11, country: null },
  ...{ gaveAddress: true, sourceOfAddress: null },
};

export const to = (name: string, rest: Partial<Circumstances> = {}): Circumstances => ({
  ...toAna,
  ...{ name, givenName: name.split(' ')[0] ?? name },
  ...rest,
});

export const draft = (body: string, rest: Partial<Draft> = {}): Draft => ({
  ...{ subject: 'A question', newFact: null },
  ...rest,
  body,
});

/** What manners say of a text, as codes. */
export function codesOf(body: string, how: Circumstances = toAna, rest: Partial<Draft> = {}): FindingCode[] {
  return mannersOf(draft(body, rest), how).map(({ code }) => code);
}
