/**
 * What the checks let pass, each with its reason. A line that no longer matches anything is a
 * finding itself, so this file cannot grow old.
 */
export const allowed = {
  /** `{ file, word, why }` */
  words: [
    {
      file: 'tests/unit/boot/command-line.test.ts',
      word: 'campaign',
      why: 'shows that there is no such command',
    },
    {
      file: 'lib/mail/reading/list.ts',
      word: 'campaign',
      why: 'the headers of those who send in bulk are called so',
    },
  ],
  /** Names and words that are the same in English and Spanish. */
  everywhere: ['CSV', 'Earshot', 'LinkedIn', 'No', 'SMS', 'URL', 'WhatsApp', 'min'],
  /** Message keys (`namespace.key`) that read the same in English and Spanish: `{ key, why }` */
  same: [],
  /** Routes, actions, pages and mutations that need no proof of who asks: `{ file, names, why }`. */
  open: [
    {
      file: 'app/api/health/route.ts',
      names: ['GET'],
      why: 'a monitor has no account, and it says nothing about anybody',
    },
    {
      file: 'app/api/auth/[...nextauth]/route.ts',
      names: ['GET', 'POST'],
      why: 'next-auth answers here; it signs in and out by a token of its own against forged forms',
    },
    { file: 'app/page.tsx', names: ['page'], why: 'it shows nothing and leads to Today, which asks' },
    ...['sign-in', 'setup', 'invite', 'reset'].map((door) => ({
      file: `app/(door)/${door}/page.tsx`,
      names: ['page'],
      why: 'this is how one becomes somebody',
    })),
    {
      file: 'lib/auth/door/actions.ts',
      names: ['signIn', 'setUpEarshot', 'joinTeam', 'setNewPassword', 'signOut'],
      why: 'this is how one becomes somebody; signing out ends nothing but the own session',
    },
    {
      file: 'lib/auth/door/mutations.ts',
      names: ['enter', 'setUp', 'join', 'resetPassword'],
      why: 'a password or the key of a link is the proof',
    },
    {
      file: 'lib/auth/console/mutations.ts',
      names: ['createOwner', 'resetOwnerPassword'],
      why: 'whoever has a shell beside the database could write the rows themselves',
    },
    {
      file: 'lib/keeping/examination/mutations.ts',
      names: ['examineNightly'],
      why: 'the worker does it by itself at night: it reads, and notes what it found',
    },
    ...[
      ['asking', ['forgetLeft']],
      ['asking/settling', ['settleAnswers']],
      ['comparing', ['compareFolders', 'wantMissed']],
      ['filing', ['fileMail', 'fileOrSkip']],
      ['filing/again', ['refileWanted']],
      ['filing/asking', ['askAll']],
      ['filing/linking', ['link', 'wake']],
      ['filing/raw', ['keepRaws', 'noLongerWaits']],
      ['filing/rereading', ['readAgain']],
      ['filing/recording', ['recordThreads', 'recordMessages']],
      ['filing/taking', ['takeBackElsewhere']],
      ['folders', ['keepFolders', 'noteOpened', 'keepBatch', 'noteGone', 'noteReadToEnd']],
      ['lease', ['claim', 'renew', 'release', 'holding', 'noteFault', 'noteHeard']],
      ['searching', ['searchAsked']],
      ['strangers', ['addStranger', 'forgetStrangers']],
    ].map(([part, names]) => ({
      file: `lib/sync/${part}/mutations.ts`,
      names,
      why: 'the worker listens by itself, as whoever connected the mailbox wanted; its lease is the proof',
    })),
    {
      file: 'lib/replies/suggested/mutations.ts',
      names: ['keepSuggestions', 'suggestWaiting'],
      why: 'the worker reads by itself what nobody has heard yet; a suggestion opens nothing',
    },
    {
      file: 'lib/replies/language-model/asking/mutations.ts',
      names: ['askAboutWaiting'],
      why: 'the worker asks by itself what an owner switched on; a suggestion opens nothing',
    },
    {
      file: 'lib/replies/language-model/mutations.ts',
      names: ['keepModelKey'],
      why: 'the worker seals anew what an older key sealed',
    },
    {
      file: 'lib/live/mutations.ts',
      names: ['forgetChanges'],
      why: 'nobody asks for it: the process sweeps what it has told long ago',
    },
    {
      file: 'lib/mailboxes/oauth/mutations.ts',
      names: ['accountToRead'],
      why: 'the worker renews what the mailbox is read with whose lease it holds',
    },
    {
      file: 'lib/mailboxes/mutations.ts',
      names: ['failed', 'works', 'keepSecrets'],
      why: 'the worker notes how reading went; it knows no password but the one it opens',
    },
    {
      file: 'lib/language/actions.ts',
      names: ['savePreferences'],
      why: 'language and theme are chosen before signing in, and kept in a cookie of their own',
    },
  ],
};
