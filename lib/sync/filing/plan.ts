import { idFromContent } from '../identity';
import { match } from '../matching/matching';
import type { Facts, Placed } from '../matching/match';
import { isSameText, type Prepared } from './incoming';
import type { Known, MessageHere, NewMessage, Planned, There, ThreadHere } from './planned';

/** Plans what is to be recorded of mails, one after the other, from facts alone; what one of them makes the next ones see. */
export class Plan {
  readonly threads: (ThreadHere & { readonly subject: string | null })[] = [];
  private readonly there = new Map<string, There>();
  private readonly threadsOf = new Map<string, ThreadHere[]>();

  constructor(
    private readonly known: Known,
    private readonly place: Pick<Facts, 'own' | 'mailboxUserId' | 'inSent'>,
    here: { readonly there: readonly There[]; readonly threads: readonly ThreadHere[] },
    private readonly newId: () => string,
  ) {
    for (const one of here.there) this.there.set(keyOf(one), one);
    for (const one of here.threads)
      this.threadsOf.set(one.contactId, [...(this.threadsOf.get(one.contactId) ?? []), one]);
  }

  plan(prepared: Prepared): Planned {
    const { placed, asked } = match(prepared.mail, { ...this.known, ...this.place });
    const made: NewMessage[] = [];
    // What was heard in somebody else's conversation stays said there, once.
    let isHeard = false;
    const messageIds = placed.flatMap((one) => {
      const there = this.find(prepared, one);
      if ('id' in there) {
        isHeard ||= there.isHeard === true && there.kind === 'human' && one.addressId === null;
        return there.id;
      }
      if (isHeard) return [];
      const row = this.make(prepared, one, there.ref);
      made.push(row);
      return row.id;
    });
    return { prepared, messageIds, made, asked };
  }

  // What is there already under this Message-ID is this mail, unless somebody else's words came under it.
  private find(prepared: Prepared, placed: Placed): There | { readonly ref: string } {
    const under = (ref: string) => this.there.get(keyOf({ contactId: placed.contactId, ref }));
    const first = under(prepared.messageId);
    if (!first) return { ref: prepared.messageId };
    if (isThis(first, placed, prepared)) return first;
    const ref = idFromContent(prepared.bytes);
    return under(ref) ?? { ref };
  }

  private make({ mail, internalDate, subject, body }: Prepared, placed: Placed, ref: string): NewMessage {
    const { contactId, addressId, direction, kind, authorId, aboutId } = placed;
    const named = mail.refs.flatMap((one) => this.known.known.get(one) ?? []);
    const parent =
      (aboutId === null ? undefined : this.byId(aboutId)) ??
      named.find((one) => one.contactId === contactId) ??
      null;
    const answers =
      direction === 'outbound' &&
      kind === 'human' &&
      parent?.direction === 'inbound' &&
      parent.kind === 'human';
    const made: NewMessage = {
      ...{ id: this.newId(), contactId, addressId, direction, kind, authorId, ref, subject, body },
      ...{ occurredAt: internalDate, refs: mail.refs, parentId: parent?.id ?? null },
      answersId: answers ? parent.id : null,
      threadId: parent?.threadId ?? this.threadWith(contactId, addressId, subject),
    };
    this.there.set(keyOf(made), made);
    this.known.known.set(ref, [...(this.known.known.get(ref) ?? []), made]);
    return made;
  }

  private byId(id: string): MessageHere | undefined {
    return [...this.known.known.values(), [...this.known.lastTo.values()]]
      .flat()
      .find((one) => one.id === id);
  }

  // The newest with this address, else a new one.
  private threadWith(contactId: string, addressId: string | null, subject: string | null): string {
    const threads = this.threadsOf.get(contactId) ?? [];
    const found = threads.find((one) => one.addressId === addressId);
    if (found) return found.id;
    const made = { id: this.newId(), contactId, addressId, subject };
    this.threads.push(made);
    this.threadsOf.set(contactId, [made, ...threads]);
    return made.id;
  }
}

function keyOf({ contactId, ref }: Pick<There, 'contactId' | 'ref'>): string {
  return `${contactId} ${ref}`;
}

function isThis(there: There, placed: Placed, { body, messageId, bytes }: Prepared): boolean {
  if (there.direction !== placed.direction) return false;
  return (
    placed.direction === 'outbound' ||
    placed.kind !== 'human' ||
    there.kind !== 'human' ||
    isSameText(there.body, body) ||
    messageId === idFromContent(bytes)
  );
}
