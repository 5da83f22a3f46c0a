/** The order of the house, lowest first. A noun imports only from its left. */
export const platform = ['clock', 'env', 'errors', 'log', 'db', 'session', 'language', 'events'];
export const nouns = [
  'auth',
  'live',
  'mail',
  'web',
  'policy',
  'mailboxes',
  'contacts',
  'suppressions',
  'pitches',
  'threads',
  'replies',
  'manners',
  'gate',
  'outbox',
  'sync',
  'imports',
  'insight',
  'keeping',
  'sample',
];

/** Files of a noun that may touch the database and the world. */
export const roles = ['queries', 'mutations', 'actions'];

/** The few other files that may, each with its reason. */
export const adapters = {
  'lib/auth/actor': 'mints the proof of who is asking from the session, and sends strangers to sign in',
  'lib/auth/answering': 'sends whoever was signed out meanwhile to sign in',
  'lib/auth/next-auth': 'tells next-auth how one signs in',
  'lib/live/tail': 'asks the database what changed, as long as the process runs',
  'lib/live/stream': 'keeps a stream open to a browser, while the session holds',
  'lib/mail/address-rule': 'asks node:net what an IP address is; it opens no connection',
  'lib/mail/hosts': 'resolves the name of a mail server, once',
  'lib/mail/mx': 'asks, when somebody presses the button, who takes the mail of their domain',
  'lib/mail/try-account': 'signs in to a mail server to see whether it works, and sends nothing',
  'lib/mail/imap': 'reads one mailbox over IMAP, and changes nothing in it',
  'lib/mail/reading/apart': 'reads a mail for a page in a thread, which it lets go when nobody asks',
  'lib/mail/reading/reader': 'reads mails in threads of their own, which it ends when they hang',
  'lib/web/ask': 'posts one question to a server that was named and looked at, and follows nothing',
  'lib/mailboxes/oauth/tokens': 'asks a sign-in service for tokens, by lib/web/ask',
  'lib/replies/language-model/ask-model': 'asks a language model about one reply, by lib/web/ask',
  'lib/replies/language-model/try-model':
    'asks it about an example of ours, when an owner presses the button',
  'lib/auth/limits': 'counts tries in PostgreSQL through rate-limiter-flexible',
};

/** Modules that only some nouns may import. */
export const reserved = {
  'lib/auth/mint': {
    by: ['auth'],
    why: 'proof is minted by mayI and actorOrSignIn of lib/auth/actor.ts alone',
  },
  'lib/mail/imap': { by: ['sync'], why: 'a mailbox is read by who holds its lease; ask lib/sync' },
  'lib/mail/smtp': { by: ['outbox'], why: 'only the outbox sends; ask it to queue a message' },
};

/** Whose code a file under lib/ is: 'lib/gate/verdict.ts' and 'lib/gate.ts' belong to gate. */
export function nounOf(path) {
  const match = /^lib\/([^/.]+)/.exec(path);
  return match ? match[1] : null;
}

/** 0 for the platform, then the noun's place in the order; -1 for a word that is not in the house. */
export function placeOf(noun) {
  if (platform.includes(noun)) return 0;
  const place = nouns.indexOf(noun);
  return place === -1 ? -1 : place + 1;
}

export const bare = (path) => path.replace(/\.(d\.)?(tsx?|jsx?|mjs|cjs)$/, '');
