import 'server-only';
import { mayWrite, type Actor } from '@/lib/auth/actor';
import { systemClock } from '@/lib/clock/clock';
import { readListFilter } from '@/lib/contacts/list/list-filter';
import { contactList, type ListedContact } from '@/lib/contacts/list/queries';
import { contactsNear } from '@/lib/contacts/list/near/queries';
import { readOrganizationFilter } from '@/lib/contacts/organizations/list/asked';
import { organizationList, type ListedOrganization } from '@/lib/contacts/organizations/list/queries';
import { countedTo } from '@/lib/contacts/organizations/list/sql';
import { isEarshotError } from '@/lib/errors/earshot-error';
import { conversationWith } from '@/lib/gate/lifting/queries';
import { insteadOf } from '@/lib/gate/next-act';
import { standingOf } from '@/lib/gate/queries';
import { tell } from '@/lib/gate/told';
import { saidPath } from '@/lib/insight/said/asked';
import type { Language } from '@/lib/language/language';
import { translate } from '@/lib/language/translate';
import { whereItStands } from '@/lib/threads/contact/queries';
import { actOn, keyTo } from '../keymap';
import { aboutPlace, logPlace, mainPlaces, placesFor, settingsPlaces, type Place } from '../places';
import type { Command, PaletteAnswer } from './match';

const shown = 8;
const organizationsShown = 3;

/** What somebody can do now: with the person in view first, then where to go, then how it is set up. */
export async function commandsFor(
  actor: Actor,
  contactId: string | null,
  language: Language,
): Promise<PaletteAnswer> {
  const about = contactId && mayWrite(actor) ? await verbsFor(actor, contactId, language) : null;
  const to = (group: 'go' | 'settings', places: readonly Place[]) =>
    placesFor(actor.role, places).map((place) => placeCommand(group, place, language));
  const commands = [
    ...(about?.commands ?? []),
    ...to('go', [...mainPlaces, saidPlace, listenPlace, logPlace, actsPlace]),
    ...to('settings', [...settingsPlaces, aboutPlace]),
  ];
  return { person: about?.person ?? null, commands };
}

const saidPlace: Place = { href: '/said', word: 'said' };
const listenPlace: Place = { href: '/listen', word: 'listen' };
const actsPlace: Place = { href: '/acts', word: 'acts', roles: ['owner', 'member'] };

/** Whom one would write to before a name is typed: who waits for an answer, then whoever one may write to, the latest first. */
export async function peopleToWriteTo(actor: Actor, language: Language): Promise<PaletteAnswer> {
  const standing = translate(language, 'standing');
  const lists = ['your_turn', 'open'].map((tab) =>
    contactList(actor, readListFilter({ standing: tab }), shown),
  );
  const found = (await Promise.all(lists)).flatMap(({ contacts }) => contacts).slice(0, shown);
  return { person: null, commands: found.map((one) => personCommand(one, { standing, writing: true })) };
}

/**
 * People whose name, organization or address meets what was typed, and organizations; `writing` only the people, and
 * to where one writes to them.
 */
export async function peopleFor(
  actor: Actor,
  words: string,
  language: Language,
  writing: boolean,
): Promise<PaletteAnswer> {
  const standing = translate(language, 'standing');
  const named = words.trim();
  const [found, organizations] = await Promise.all([
    named === '' ? [] : contactList(actor, readListFilter({ q: words })).then(({ contacts }) => contacts),
    writing || named === '' ? [] : organizationsNamed(actor, words),
  ]);
  const beside =
    writing || named === ''
      ? []
      : [...organizations.map((one) => organizationCommand(one, language)), inWhatWasSaid(named, language)];
  if (found.length === 0) {
    const near = named === '' || organizations.length > 0 ? [] : await contactsNear(actor, named);
    const added = mayWrite(actor) && named !== '' ? [newcomer(named, language)] : [];
    const nearby = near.map((one): Command => ({
      ...personCommand(one, { standing, writing: writing && mayWrite(actor) }),
      group: 'near',
    }));
    return { person: null, commands: [...nearby, ...added, ...beside] };
  }
  const commands = found.slice(0, shown).flatMap((one, at): Command[] => [
    personCommand(one, { standing, writing: writing && mayWrite(actor) }),
    // What one can do with the first of them, at once.
    ...(at === 0 && !writing && mayWrite(actor) ? verbsAtOnce(one, language) : []),
  ]);
  return { person: null, commands: [...commands, ...beside] };
}

async function organizationsNamed(actor: Actor, words: string): Promise<readonly ListedOrganization[]> {
  const filter = readOrganizationFilter({ q: words });
  return (await organizationList(actor, filter, organizationsShown)).organizations;
}

function organizationCommand({ id, name, people, stopped }: ListedOrganization, language: Language): Command {
  const t = translate(language, 'organizations');
  const count = people >= countedTo ? t('people_more', { count: people }) : t('people', { count: people });
  return {
    ...{ id: `organization-${id}`, group: 'organizations', label: name, also: '', key: null },
    hint: [count, stopped && t('chip.stopped')].filter(Boolean).join(' · '),
    href: `/organizations/${id}`,
  };
}

type Standing = ReturnType<typeof translate<'standing'>>;

function personCommand(
  { id, name, organization, state, closedBy }: ListedContact,
  { standing, writing }: { standing: Standing; writing: boolean },
): Command {
  const where = standing(
    state === 'never_written' ? 'new' : state === 'stopped' ? (closedBy ?? state) : state,
  );
  return {
    ...{ id: `contact-${id}`, group: 'people', label: name, also: organization ?? '', key: null },
    hint: [organization, where].filter(Boolean).join(' · '),
    href: `/contacts/${id}${writing ? '/write' : ''}`,
  };
}

function verbsAtOnce({ id, name, state }: ListedContact, language: Language): Command[] {
  const said = translate(language, 'frame.verbs');
  const keys = { write: 'r', log: 'l', rest: 'h' } as const;
  const restable = state !== 'listen' && state !== 'stopped';
  return (['write', 'log', ...(restable ? (['rest'] as const) : [])] as const).map((verb) => ({
    ...{ id: `${verb}-${id}`, group: 'people', label: said(verb, { name }), also: '', hint: null, key: null },
    href: actOn(id, keys[verb])?.href ?? `/contacts/${id}`,
  }));
}

function inWhatWasSaid(words: string, language: Language): Command {
  return {
    ...{ id: 'said-with', group: 'said', label: translate(language, 'frame.palette')('look_for', { words }) },
    ...{ also: '', hint: null, key: null, href: saidPath({ search: words }) },
  };
}

function newcomer(name: string, language: Language): Command {
  return {
    ...{ id: 'add', group: 'add', label: translate(language, 'frame.palette')('add_named', { name }) },
    ...{ also: '', hint: null, key: null, href: `/contacts/new?${new URLSearchParams({ name })}` },
  };
}

function placeCommand(group: 'go' | 'settings', { href, word }: Place, language: Language): Command {
  const other = language === 'en' ? 'es' : 'en';
  const named = (tongue: Language) => translate(tongue, 'frame.places')(word);
  return {
    ...{ id: word, group, href, label: named(language), also: named(other), hint: null },
    key: keyTo(href) ?? null,
  };
}

async function verbsFor(actor: Actor, contactId: string, language: Language): Promise<PaletteAnswer | null> {
  const reading = { language, zone: actor.timeZone, now: systemClock.now() };
  const [standing, where, conversation] = await Promise.all([
    standingOf(actor, contactId).catch((error: unknown) => {
      if (isEarshotError(error, 'not_found')) return null;
      throw error;
    }),
    whereItStands(actor, contactId),
    conversationWith(actor, contactId),
  ]);
  if (!standing || !where) return null;
  const { explained } = standing;
  const { name, fullName } = explained;
  const next = insteadOf(explained);
  const unheard = next.find(({ act }) => act === 'listen');
  const page = `/contacts/${contactId}`;
  const verb = (id: Verb, href: string, key: string | null, hint: string | null = null): Command => {
    const said = (tongue: Language) => translate(tongue, 'frame.verbs')(id, { name });
    const also = said(language === 'en' ? 'es' : 'en');
    return { ...{ id, group: 'person', label: said(language), also, hint, href, key } };
  };
  const on = (id: Verb, key: string) => verb(id, actOn(contactId, key)?.href ?? page, key);
  const isTheirs = conversation?.userId === actor.userId || actor.role === 'owner';
  const commands = [
    ...(unheard && 'messageId' in unheard ? [verb('listen', `/listen/${unheard.messageId}`, null)] : []),
    verb('write', `${page}/write`, 'r', tell(explained, reading)?.short ?? null),
    on('log', 'l'),
    ...(where.turn === 'ours' && where.unheard === 0 ? [on('done', 'e')] : []),
    ...(where.closedBy === null && where.unheard === 0 ? [on('rest', 'h')] : []),
    unheard && 'messageId' in unheard ? verb('no', `/listen/${unheard.messageId}`, 'b') : on('no', 'b'),
    ...(conversation && isTheirs ? [verb('hand_over', `${page}#hand-over`, null)] : []),
    ...(next.some(({ act }) => act === 'look') ? [verb('look', page, null)] : []),
    verb('edit', `${page}/edit`, null),
    verb('open', page, null),
  ];
  return { person: fullName, commands };
}

type Verb = 'listen' | 'write' | 'log' | 'done' | 'rest' | 'no' | 'hand_over' | 'look' | 'edit' | 'open';
