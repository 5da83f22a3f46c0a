import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { TextLink } from '@/components/ui/page';
import { ThinLine } from '@/components/ui/timeline';
import type { KeptContact } from '@/lib/contacts/queries';
import { reasonCodes } from '@/lib/gate/verdict';
import { dayOf, type Reading } from '@/lib/language/moments';
import { outcomes } from '@/lib/replies/hearing';
import type { Happening } from '@/lib/threads/timeline';

interface HappeningLineProps {
  happening: Happening;
  contact: KeptContact;
  reading: Reading;
}

/** What happened besides what was said, in a line: who did what, when, and why. */
export function HappeningLine({ happening, contact, reading }: HappeningLineProps) {
  const t = useTranslations('conversation');
  const outcome = useTranslations('outcomes.heard');
  const also = useAlso(contact);
  const { kind, by, at, codes, until, text, referredId } = happening;
  const heard = outcomes.find((one) => codes.includes(one));
  const values = {
    by: by.name ?? t('machine'),
    at: dayOf(at, reading),
    name: contact.givenName ?? contact.name,
    reasons: also(codes),
    day: until ? dayOf(until, reading) : '',
    outcome: heard ? outcome(heard) : '',
    b: (words: ReactNode) => <b>{words}</b>,
  };
  return (
    <ThinLine>
      {t.rich(`happened.${kind}`, values)}
      {text && ': '}
      {text && referredId ? <TextLink href={`/contacts/${referredId}`}>{text}</TextLink> : text}
    </ThinLine>
  );
}

/** Puts codes of reasons into one short phrase: "our last message is unanswered". */
export function useAlso(
  contact: Pick<KeptContact, 'name' | 'givenName'> & {
    readonly organization: { readonly name: string } | null;
  },
) {
  const t = useTranslations('gate.also');
  const told = { name: contact.givenName ?? contact.name, organization: contact.organization?.name ?? '' };
  return (codes: readonly string[]) =>
    reasonCodes
      .filter((code) => codes.includes(code))
      .map((code) => t(code, told))
      .join('; ');
}
