/**
 * What the checks let pass, each with its reason. A line that no longer matches anything is a
 * finding itself, so this file cannot grow old.
 */
export const allowed = {
  /** `{ file, word, why }` */
  words: [],
  /** Message keys (`namespace.key`) that read the same in English and Spanish: `{ key, why }` */
  same: [],
  /** Routes and actions anybody may call without signing in: `{ file, name, why }` */
  open: [],
};
