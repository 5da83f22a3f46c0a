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
  /** Routes and actions anybody may call without signing in: `{ file, name, why }` */
  open: [
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
