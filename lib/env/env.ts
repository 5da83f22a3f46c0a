import { z } from 'zod';
import { EarshotError } from '@/lib/errors/earshot-error';
import { readAllowedHosts } from './allowed-hosts';

const address = z.url({
  protocol: /^https?$/,
  error: 'must be an address such as https://earshot.example.org',
});
const listed = z
  .string()
  .default('')
  .transform((text, context) => {
    const read = readAllowedHosts(text);
    if ('hosts' in read) return read.hosts;
    context.addIssue({
      code: 'custom',
      message: `holds "${read.wrong}", which is no host, address or network`,
    });
    return z.NEVER;
  });
const database = z.url({ protocol: /^postgres(ql)?$/, error: 'must be a postgres:// address' });

// The supervisor (bin/start.js) makes these; DATABASE_URL, the owner's, never reaches web or worker.
const schema = z.object({
  APP_URL: address.default('http://localhost:3000'),
  EARSHOT_APP_DATABASE_URL: database,
  EARSHOT_DATA: z.string().min(1).default('./data'),
  // What mailboxes and their secrets are sealed with: the first line seals, the others only open.
  EARSHOT_MAILBOX_KEY: z
    .string()
    .trim()
    .regex(/^[\w+/=-]{43,44}(\s+[\w+/=-]{43,44})*$/, { error: 'must be 32 bytes in base64, a line each' })
    .optional(),
  // Mail servers inside the own network, which are refused unless they stand here.
  EARSHOT_MAIL_HOSTS_ALLOWED: listed,
  // Language models on the open Internet that may be asked without TLS.
  EARSHOT_MODEL_HOSTS_ALLOWED: listed,
  // What Google and Microsoft gave whoever hosts Earshot, so that mailboxes are opened with their own sign-in.
  EARSHOT_GOOGLE_CLIENT_ID: z.string().trim().default(''),
  EARSHOT_GOOGLE_CLIENT_SECRET: z.string().trim().default(''),
  EARSHOT_MICROSOFT_CLIENT_ID: z.string().trim().default(''),
  EARSHOT_MICROSOFT_CLIENT_SECRET: z.string().trim().default(''),
  // One tenant, or the cloud of another country.
  EARSHOT_MICROSOFT_AUTHORITY: address.default('https://login.microsoftonline.com/common'),
  // How many proxies of our own stand before us, each of which appends to X-Forwarded-For.
  EARSHOT_TRUSTED_PROXIES: z
    .string()
    .trim()
    .regex(/^\d?$/, { error: 'must be a number from 0 to 9' })
    .default('0')
    .transform(Number),
  // Where the source of what runs here can be had (AGPL-3.0, section 13).
  SOURCE_URL: address.or(z.literal('')).optional(),
  NEXTAUTH_SECRET: z.string().min(32, { error: 'must be at least 32 characters' }),
});

export type Environment = Readonly<z.infer<typeof schema>>;

let checked: Environment | undefined;

/**
 * What the environment says, checked at the first call and then kept.
 * @throws EarshotError `wrong_environment`, whose `problems` hold one readable line for each mistake
 */
export function env(): Environment {
  return (checked ??= readEnvironment(process.env));
}

/** Reads and checks an environment; `env` for everything but tests. */
export function readEnvironment(from: Readonly<Record<string, string | undefined>>): Environment {
  const read = schema.safeParse(from);
  if (read.success) return read.data;
  const problems = read.error.issues.map((issue) => {
    const name = issue.path.join('.');
    return `${name} ${from[name] === undefined ? 'is missing' : issue.message}`;
  });
  throw new EarshotError('wrong_environment', { problems });
}
