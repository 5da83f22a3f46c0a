import 'server-only';
import { v7 } from 'uuid';
import type { Role } from '@/generated/prisma/client';
import { db, type Db } from '@/lib/db/client';
import { withRetry } from '@/lib/db/retry';
import { databaseFault } from '@/lib/errors/database-fault';
import { record } from '@/lib/events/mutations';
import type { Language } from '@/lib/language/language';
import { hashOfKey } from '../keys';
import { countTry, giveTryBack, type Counted } from '../limits';
import { hashPassword, passwordFits } from '../password';
import { isInvitationAlive, isResetAlive, isSetUpOpen } from './queries';

/** Whose session begins. */
export interface Entered {
  readonly userId: string;
  readonly sessionVersion: number;
}

export type EntranceRefusal =
  | { readonly ok: false; readonly reason: 'wrong' | 'link_dead' | 'email_taken' }
  | { readonly ok: false; readonly reason: 'too_many_attempts'; readonly minutes: number };

export type Entrance = { readonly ok: true; readonly entered: Entered } | EntranceRefusal;

export interface NewAccount {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly language: Language;
  /** IANA name. */
  readonly timeZone: string;
}

/** Decides whether e-mail and password open an account. Unknown accounts cost the same work as known ones. */
export async function enter(email: string, password: string, network: string): Promise<Entrance> {
  const tries: Counted[] = [
    ['sign_in', email, network],
    ['account', email],
    ['network', network],
  ];
  const full = await countTry(tries);
  if (full) return { ok: false, reason: 'too_many_attempts', ...full };
  const account = await db().user.findFirst({
    where: { email, closedAt: null },
    select: { id: true, passwordHash: true, sessionVersion: true },
  });
  const fits = await passwordFits(account?.passwordHash ?? null, password);
  if (!account || !fits) return { ok: false, reason: 'wrong' };
  await giveTryBack(tries);
  return { ok: true, entered: { userId: account.id, sessionVersion: account.sessionVersion } };
}

/** The one-time link makes the first owner. Of any number at once, one does. */
export async function setUp(key: string, account: NewAccount, network: string): Promise<Entrance> {
  return throughLink(
    network,
    () => isSetUpOpen(key),
    account.password,
    async (tx, passwordHash) => {
      const claimed = await tx.$executeRaw`
      UPDATE installation SET set_up_at = law.clock(), setup_key_hash = NULL
      WHERE id = 1 AND set_up_at IS NULL AND setup_key_hash = ${hashOfKey(key)}`;
      if (claimed !== 1) return null;
      // A zone PostgreSQL does not know would break every date of the law.
      await tx.$executeRaw`
      UPDATE policy SET time_zone = coalesce((SELECT name FROM pg_timezone_names WHERE name = ${account.timeZone}), 'UTC')`;
      const entered = await makeAccount(tx, account, 'owner', passwordHash);
      await record(tx, entered, 'installation_set_up', { subjectId: entered.userId });
      return entered;
    },
  );
}

/** An invitation makes one account with the role it names. */
export async function join(key: string, account: NewAccount, network: string): Promise<Entrance> {
  return throughLink(
    network,
    () => isInvitationAlive(key),
    account.password,
    async (tx, passwordHash) => {
      const [used] = await tx.$queryRaw<{ id: string; role: Role }[]>`
      UPDATE invitations SET used_at = law.clock()
      WHERE token_hash = ${hashOfKey(key)} AND used_at IS NULL AND expires_at > law.clock()
      RETURNING id, role`;
      if (!used) return null;
      const entered = await makeAccount(tx, account, used.role, passwordHash);
      await tx.invitation.update({ where: { id: used.id }, data: { usedById: entered.userId } });
      const codes = { role: used.role, invitation: used.id };
      await record(tx, entered, 'member_joined', { subjectId: entered.userId, codes });
      return entered;
    },
  );
}

/** A reset link sets a new password, once, and ends every session there was. */
export async function resetPassword(key: string, password: string, network: string): Promise<Entrance> {
  return throughLink(
    network,
    () => isResetAlive(key),
    password,
    async (tx, passwordHash) => {
      const [used] = await tx.$queryRaw<{ user_id: string }[]>`
      UPDATE password_resets SET used_at = law.clock()
      WHERE token_hash = ${hashOfKey(key)} AND used_at IS NULL AND expires_at > law.clock()
      RETURNING user_id`;
      if (!used) return null;
      const [account] = await tx.user.updateManyAndReturn({
        where: { id: used.user_id, closedAt: null },
        data: { passwordHash, sessionVersion: { increment: 1 } },
        select: { id: true, sessionVersion: true },
      });
      if (!account) return null;
      const entered = { userId: account.id, sessionVersion: account.sessionVersion };
      await record(tx, entered, 'password_reset_used', { subjectId: account.id });
      return entered;
    },
  );
}

type Work = (tx: Db, passwordHash: string) => Promise<Entered | null>;

// A dead link costs no hashing. The look before is no decision: the row count inside the transaction is.
async function throughLink(
  network: string,
  isAlive: () => Promise<boolean>,
  password: string,
  work: Work,
): Promise<Entrance> {
  const full = await countTry([['link', network]]);
  if (full) return { ok: false, reason: 'too_many_attempts', ...full };
  if (!(await isAlive())) return { ok: false, reason: 'link_dead' };
  const passwordHash = await hashPassword(password);
  try {
    const entered = await withRetry(() => db().$transaction((tx) => work(tx, passwordHash)));
    return entered ? { ok: true, entered } : { ok: false, reason: 'link_dead' };
  } catch (error) {
    // The only unique value a person chooses here is the e-mail address; the link was rolled back with the rest.
    if (databaseFault(error)?.sqlstate === '23505') return { ok: false, reason: 'email_taken' };
    throw error;
  }
}

async function makeAccount(
  tx: Db,
  { name, email, language, timeZone }: NewAccount,
  role: Role,
  passwordHash: string,
): Promise<Entered> {
  const { id, sessionVersion } = await tx.user.create({
    data: { id: v7(), name, email, passwordHash, role, language, timeZone },
    select: { id: true, sessionVersion: true },
  });
  return { userId: id, sessionVersion };
}
