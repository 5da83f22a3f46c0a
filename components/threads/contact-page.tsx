import { getLocale, getTranslations } from 'next-intl/server';
import { notFound, redirect } from 'next/navigation';
import { z } from 'zod';
import { StandingSentence } from '@/components/gate/standing-sentence';
import { ButtonLink } from '@/components/ui/button';
import { PageTitle, Two } from '@/components/ui/page';
import { WaitingCopies } from '@/components/write/waiting-copies';
import { WokenDrafts } from '@/components/write/woken-drafts';
import { actorOrSignIn, mayWrite, type Actor } from '@/lib/auth/actor';
import { firstOf, type Asked } from '@/lib/auth/asked';
import { systemClock } from '@/lib/clock/clock';
import { contactById } from '@/lib/contacts/queries';
import { becameOne, whereItStands } from '@/lib/threads/contact/queries';
import { ContactActs } from './contact-acts';
import { TwoZones } from '@/components/frame/two-zones';
import { ContactAside } from './contact-aside';
import { ContactLede } from './contact-lede';
import { Conversation } from './conversation';
import { JustDone } from './just-done';

/** Somebody: where it stands, everything that was said, and what stands around it. */
export async function ContactPage({ id, asked }: { id: string; asked: Asked }) {
  const actor = await actorOrSignIn();
  const [contact, standing] = await Promise.all([contactById(actor, id), whereItStands(actor, id)]);
  if (!contact || !standing) return gone(actor, id);
  const t = await getTranslations('conversation');
  const reading = { language: await getLocale(), zone: actor.timeZone, now: systemClock.now() };
  const name = contact.givenName ?? contact.name;
  const acts = mayWrite(actor) && (
    <ButtonLink href={`/contacts/${id}/edit`} variant="quiet">
      {t('acts.edit')}
    </ButtonLink>
  );
  return (
    <>
      <PageTitle lede={<ContactLede contact={contact} />} acts={acts}>
        {contact.name}
      </PageTitle>
      <JustDone asked={asked} contact={contact} actor={actor} />
      <StandingSentence contactId={id} actor={actor} />
      <WokenDrafts contactId={id} actor={actor} />
      <WaitingCopies contactId={id} actor={actor} />
      <Two
        label={t('balance.caption')}
        aside={<ContactAside contact={contact} actor={actor} reading={reading} />}
      >
        <Conversation
          contact={contact}
          actor={actor}
          before={firstOf(asked, 'before') ?? undefined}
          at={z.uuid().safeParse(firstOf(asked, 'at')).data}
          reading={reading}
        />
        {mayWrite(actor) && (
          <ContactActs {...{ id, name, standing }} now={reading.now} wanted={firstOf(asked, 'do')} />
        )}
      </Two>
      <TwoZones actor={actor} />
    </>
  );
}

// Whoever became one with somebody else is found there.
async function gone(actor: Actor, id: string): Promise<never> {
  const other = await becameOne(actor, id);
  if (other) redirect(`/contacts/${other}`);
  notFound();
}
