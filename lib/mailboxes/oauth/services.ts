/** Whose own sign-in a mailbox can be opened with. */
export const oauthCodes = ['google', 'microsoft'] as const;

export type OauthCode = (typeof oauthCodes)[number];

/** What whoever hosts Earshot registered there, as the environment has it. */
export interface OauthSettings {
  readonly EARSHOT_GOOGLE_CLIENT_ID: string;
  readonly EARSHOT_GOOGLE_CLIENT_SECRET: string;
  readonly EARSHOT_MICROSOFT_CLIENT_ID: string;
  readonly EARSHOT_MICROSOFT_CLIENT_SECRET: string;
  readonly EARSHOT_MICROSOFT_AUTHORITY: string;
}

/** A service that lets its people sign in on a page of its own (RFC 6749). The secret is never logged. */
export interface OauthService {
  readonly code: OauthCode;
  /** Where people are sent. */
  readonly authorize: string;
  /** Where what they bring back is changed into tokens. */
  readonly token: string;
  readonly scope: string;
  /** What has to be said besides, so that one may come back without them. */
  readonly more: Readonly<Record<string, string>>;
  readonly clientId: string;
  /** Empty for a public client. */
  readonly clientSecret: string;
}

/** The page of ours that a service sends people back to; registered there letter by letter. */
export const wayBack = '/settings/mailboxes/oauth';

/** The same as an address, at the address of this Earshot. */
export function redirectUri(appUrl: string): string {
  return `${appUrl.replace(/\/+$/, '')}${wayBack}`;
}

/** What they are called everywhere. */
export const names: Readonly<Record<OauthCode, string>> = { google: 'Google', microsoft: 'Microsoft' };

/** A service as it was set up here; null where it was not. */
export function serviceOf(code: OauthCode | null, settings: OauthSettings): OauthService | null {
  const service = code === 'google' ? google(settings) : code === 'microsoft' ? microsoft(settings) : null;
  return service && service.clientId !== '' ? service : null;
}

// developers.google.com/workspace/gmail/imap/xoauth2-protocol
function google(settings: OauthSettings): OauthService {
  return {
    code: 'google',
    authorize: 'https://accounts.google.com/o/oauth2/v2/auth',
    token: 'https://oauth2.googleapis.com/token',
    scope: 'https://mail.google.com/',
    more: { access_type: 'offline', prompt: 'consent' },
    clientId: settings.EARSHOT_GOOGLE_CLIENT_ID,
    clientSecret: settings.EARSHOT_GOOGLE_CLIENT_SECRET,
  };
}

// learn.microsoft.com: "Authenticate an IMAP, POP or SMTP connection using OAuth"
function microsoft(settings: OauthSettings): OauthService {
  const authority = settings.EARSHOT_MICROSOFT_AUTHORITY.replace(/\/+$/, '');
  const outlook = 'https://outlook.office.com';
  return {
    code: 'microsoft',
    authorize: `${authority}/oauth2/v2.0/authorize`,
    token: `${authority}/oauth2/v2.0/token`,
    scope: `offline_access ${outlook}/IMAP.AccessAsUser.All ${outlook}/SMTP.Send`,
    more: { response_mode: 'query' },
    clientId: settings.EARSHOT_MICROSOFT_CLIENT_ID,
    clientSecret: settings.EARSHOT_MICROSOFT_CLIENT_SECRET,
  };
}
