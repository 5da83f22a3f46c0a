/** What of a report one looks at, harm first. */
export const importViews = ['everything', 'skipped', 'still_closed', 'created', 'updated'] as const;

export type ImportView = (typeof importViews)[number];

/** Reads a view out of an address; what is made up shows everything. */
export function readImportView(text: string | null): ImportView {
  return importViews.find((view) => view === text) ?? 'everything';
}

/** What the sentence over a report counts. */
export function countsOf({
  created,
  updated,
  skipped,
}: {
  created: number;
  updated: number;
  skipped: number;
}) {
  return { created, updated, skipped };
}
