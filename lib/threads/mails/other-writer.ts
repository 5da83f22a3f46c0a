/** Somebody else than the contact who wrote in their conversation, as the mail says. */
export interface OtherWriter {
  /** As they call themselves; null where the mail has an address alone. */
  readonly name: string | null;
  readonly address: string;
  /** Who has that address; null where it is nobody's here. */
  readonly contact: { readonly id: string; readonly name: string } | null;
  /** The open question of this user's whose address it is. */
  readonly questionId: string | null;
}

/** What to call them: as we do, else as they do, else by their address. */
export function nameOfWriter({ contact, name, address }: OtherWriter): string {
  return contact?.name ?? name ?? address;
}
