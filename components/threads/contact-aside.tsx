import { Closers } from '@/components/gate/closers';
import { Whose } from '@/components/contacts/whose';
import { mayWrite, type Actor } from '@/lib/auth/actor';
import type { KeptContact } from '@/lib/contacts/queries';
import { everythingHeard } from '@/lib/insight/heard/asked';
import { heardLines } from '@/lib/insight/heard/queries';
import { pitchesPutTo } from '@/lib/insight/pitches/queries';
import type { Reading } from '@/lib/language/moments';
import { whoNamed } from '@/lib/replies/referrals/queries';
import { balanceOf } from '@/lib/threads/balance';
import { turnsTaken } from '@/lib/threads/contact/queries';
import { Around } from './around';
import { BalanceOf } from './balance-of';
import { HeardFrom } from './heard-from';
import { AddressesOf, HowWeMet, NoteOf } from './kept-of';
import { NamedBy } from './named-by';
import { PitchesPut } from './pitches-put';

interface ContactAsideProps {
  contact: KeptContact;
  actor: Actor;
  reading: Reading;
}

const linesHeard = 5;

/** What stands beside a conversation: whether it is one, what we heard, who is around, what we keep. */
export async function ContactAside({ contact, actor, reading }: ContactAsideProps) {
  const [taken, heard, pitches, named] = await Promise.all([
    turnsTaken(actor, contact.id),
    heardLines(actor, { ...everythingHeard, contactId: contact.id }, linesHeard),
    pitchesPutTo(actor, contact.id),
    whoNamed(actor, contact.id),
  ]);
  const name = contact.givenName ?? contact.name;
  const writes = mayWrite(actor);
  const isHowWeMet = contact.metHow === 'unknown' && named.length > 0;
  return (
    <>
      {taken.length > 0 && <BalanceOf balance={balanceOf(taken)} name={name} language={reading.language} />}
      <HeardFrom lines={heard.lines} reading={reading} />
      <PitchesPut pitches={pitches} reading={reading} />
      <Around contact={contact} actor={actor} now={reading.now} />
      <Whose contact={contact} actor={actor} writes={writes} />
      <NoteOf contact={contact} writes={writes} />
      <NamedBy contactId={contact.id} {...{ named, isHowWeMet, writes, reading }} />
      {!isHowWeMet && <HowWeMet contact={contact} writes={writes} actor={actor} />}
      <AddressesOf contact={contact} writes={writes} />
      <Closers actor={actor} contactId={contact.id} name={name} />
    </>
  );
}
