import { describe, expect, it } from 'vitest';
import { concerns } from '@/components/frame/live/concerns';
import { backOff, eventOf, heardIn, newsOf, newsSince, sinceIn, type Change } from '@/lib/live/changes';
import { isNews } from '@/lib/live/news';

const ana = '019a0000-0000-7000-8000-00000000000a';
const ben = '019a0000-0000-7000-8000-00000000000b';
const box = '019a0000-0000-7000-8000-0000000000b0';
const change = (at: number, contactId: string | null): Change => ({ at, contactId, mailboxId: null });
const read = (at: number, mailboxId: string): Change => ({ at, contactId: null, mailboxId });
const about = (contactId: string | null) => ({ contactId, mailboxId: null });

describe('what changed', () => {
  it('is told once for each person', () => {
    expect(newsOf([change(1, ana), change(2, ben), change(3, ana)], 3)).toEqual({
      ...{ at: 3, all: false },
      ...{ contacts: [ana, ben], mailboxes: [] },
    });
  });

  it('names the mailboxes that were read further, and takes that for nobody else', () => {
    expect(newsOf([read(1, box), change(2, ana), read(3, box)], 3)).toEqual({
      ...{ at: 3, all: false },
      ...{ contacts: [ana], mailboxes: [box] },
    });
  });

  it('is perhaps anybody when it names nobody, or more people than one would list', () => {
    expect(newsOf([change(1, ana), change(2, null)], 2)).toEqual({
      at: 2,
      all: true,
      contacts: [],
      mailboxes: [],
    });
    const many = Array.from({ length: 51 }, (_, at) => change(at, `${ana}${at}`));
    expect(newsOf(many, 50)).toEqual({ at: 50, all: true, contacts: [], mailboxes: [] });
  });
});

describe('whoever comes back', () => {
  const memory = { from: 100_000, changes: [change(110_000, ana), change(120_000, ben)] };

  it('hears what was missed', () => {
    expect(newsSince(memory, 115_000, 121_000)?.contacts).toEqual([ben]);
  });

  it('hears a little twice, since another process may have told the moment', () => {
    expect(newsSince(memory, 111_000, 121_000)?.contacts).toEqual([ana, ben]);
  });

  it('hears nothing when nothing happened', () => {
    expect(newsSince(memory, 130_000, 131_000)).toBeNull();
  });

  it('looks at everything anew when nobody remembers that far back', () => {
    expect(newsSince(memory, 99_999, 131_000)).toEqual({
      at: 120_000,
      all: true,
      contacts: [],
      mailboxes: [],
    });
    expect(newsSince({ from: Infinity, changes: [] }, 5, 131_000)).toMatchObject({ at: 131_000, all: true });
  });

  it('says from when on by what was heard last, else by when the page was made', () => {
    expect(sinceIn('http://here/api/live?since=7', null)).toBe(7);
    expect(sinceIn('http://here/api/live?since=7', '9')).toBe(9);
    expect(sinceIn('http://here/api/live', null)).toBeNull();
    expect(sinceIn('http://here/api/live?since=', null)).toBeNull();
    expect(sinceIn('http://here/api/live?since=drop%20table', '-1')).toBeNull();
  });
});

describe('an answer of the database', () => {
  const row = (xid: string | null, contact_id: string | null, mailbox_id: string | null = null) => ({
    ...{ upto: '10', xid },
    ...{ contact_id, mailbox_id },
  });

  it('that holds nothing still says from where to go on', () => {
    expect(heardIn([row(null, null)], new Set())).toMatchObject({ upto: '10', about: [] });
  });

  it('is not told twice while an older transaction is still open', () => {
    const first = heardIn([row('11', ana)], new Set());
    expect(first.about).toEqual([about(ana)]);
    const second = heardIn([row('11', ana), row('9', ben), row('12', null)], first.seen);
    expect(second.about).toEqual([about(ben), about(null)]);
  });

  it('tells the reading of two mailboxes in one transaction apart', () => {
    const { about } = heardIn([row('11', null, ana), row('11', null, ben), row('11', null, ben)], new Set());
    expect(about.map(({ mailboxId }) => mailboxId)).toEqual([ana, ben]);
  });

  it('that is full is perhaps anybody', () => {
    const full = Array.from({ length: 2_001 }, (_, at) => row(String(at), ana));
    expect(heardIn(full, new Set()).about).toEqual([about(null)]);
  });
});

it('after a failure it is asked again at once, and later every five seconds', () => {
  expect([1, 2, 3, 9, 99].map(backOff)).toEqual([500, 1000, 2000, 5000, 5000]);
});

it('an event carries ids and a moment, and nothing else', () => {
  const news = { at: 7, all: false, contacts: [ana], mailboxes: [] };
  expect(eventOf(news)).toBe(`id: 7\ndata: {"at":7,"all":false,"contacts":["${ana}"],"mailboxes":[]}\n\n`);
});

it('what is no news is not taken for it', () => {
  expect(isNews({ at: 1, all: true, contacts: [], mailboxes: [] })).toBe(true);
  for (const other of [
    null,
    'x',
    {},
    { at: '1', all: true, contacts: [], mailboxes: [] },
    { at: 1, all: true, contacts: [1], mailboxes: [] },
    { at: 1, all: true, contacts: [], mailboxes: 'all' },
    { at: 1, all: true, contacts: [] },
  ])
    expect(isNews(other)).toBe(false);
});

describe('a page is made anew', () => {
  const news = (contacts: string[], all = false) => ({ at: 1, all, contacts, mailboxes: [] });
  const reading = { at: 1, all: false, contacts: [], mailboxes: [box] };

  it.each([
    ['Today, whoever it is', '/today', news([ana]), true],
    ['a list, whoever it is', '/contacts', news([ana]), true],
    ['the page of that person', `/contacts/${ana}`, news([ana]), true],
    ['where one writes to that person', `/contacts/${ana}/write`, news([ana]), true],
    ['where one writes to somebody else', `/contacts/${ben}/write`, news([ana]), false],
    ['any person, when it may be anybody', `/contacts/${ben}`, news([], true), true],
    ['never under somebody who edits', `/contacts/${ana}/edit`, news([ana]), false],
    ['never under somebody who adds a person', '/contacts/new', news([], true), false],
    ['never in the settings', '/settings/team', news([], true), false],
    ['a mailbox that is read', `/settings/mailboxes/${box}`, reading, true],
    ['the list of mailboxes, whichever is read', '/settings/mailboxes', reading, true],
    ['no other mailbox', `/settings/mailboxes/${ana}`, reading, false],
    ['a mailbox that perhaps fails', `/settings/mailboxes/${box}`, news([], true), true],
    ['never where one connects a mailbox', '/settings/mailboxes/new', news([], true), false],
    ['no list of people while mail of nobody is read', '/today', reading, false],
    ['nobody while mail of nobody is read', `/contacts/${ana}`, reading, false],
    ['never under somebody who logs', '/log', news([ana]), false],
  ])('%s', (_, path, told, expected) => {
    expect(concerns(path, told)).toBe(expected);
  });
});
