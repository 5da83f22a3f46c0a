/**
 * What the checks let pass, each with its reason. A line that no longer matches anything is a
 * finding itself, so this file cannot grow old.
 */
export const allowed = {
  /** `{ file, word, why }` */
  words: [],
  /** Names and words that are the same in English and Spanish. */
  everywhere: ['CSV', 'Earshot', 'LinkedIn', 'No', 'SMS', 'URL', 'WhatsApp', 'min'],
  /** Message keys (`namespace.key`) that read the same in English and Spanish: `{ key, why }` */
  same: [],
  /** Routes, actions, pages and mutations that need no proof of who asks: `{ file, name, why }`; `*` is all of a file. */
  open: [
    {
      file: 'lib/auth/door/mutations.ts',
      name: '*',
      why: 'this is how one becomes somebody: a password or the key of a link is the proof',
    },
    {
      file: 'lib/auth/console/mutations.ts',
      name: '*',
      why: 'whoever has a shell beside the database could write the rows themselves',
    },
    {
      file: 'app/api/health/route.ts',
      name: 'GET',
      why: 'a monitor has no account, and it says nothing about anybody',
    },
    {
      file: 'lib/language/actions.ts',
      name: 'savePreferences',
      why: 'language and theme are chosen before signing in, and kept in a cookie of their own',
    },
  ],
};
