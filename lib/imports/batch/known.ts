/** What the database knows of a contact that rows of a batch may mean. */
export interface KnownContact {
  readonly id: string;
  readonly nameKey: string;
  /** The fillings that are empty so far, by column; `organization_id` and `met_how` among them. */
  readonly empty: Set<string>;
  /** Own addresses, held, shared or retired, as `channel:handle`. */
  readonly addresses: Set<string>;
  /** Tags, lower case. */
  readonly tags: Set<string>;
  /** An import left them out before. */
  leftOut: boolean;
}

export interface Holder {
  readonly contactId: string;
  readonly retired: boolean;
}

/** What the rows of one batch are held against; rows above in the same batch are added as they are decided. */
export interface Known {
  readonly doors: Map<string, Holder>;
  readonly contacts: Map<string, KnownContact>;
  readonly byImportKey: Map<string, string>;
}
