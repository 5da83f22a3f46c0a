import 'server-only';
import type { Role } from '@/generated/prisma/client';
import { rows } from '@/lib/db/pool';
import { hashOfKey } from '../keys';

/** Whether nobody has set this installation up yet. */
export async function isUnset(): Promise<boolean> {
  const found = await rows('SELECT FROM installation WHERE id = 1 AND set_up_at IS NULL');
  return found.length > 0;
}

/** Whether this key would set the installation up now. Looking uses nothing: mail scanners open links. */
export async function isSetUpOpen(key: string): Promise<boolean> {
  const found = await rows(
    'SELECT FROM installation WHERE id = 1 AND set_up_at IS NULL AND setup_key_hash = $1',
    [hashOfKey(key)],
  );
  return found.length > 0;
}

/** The role an invitation that still holds would give; null when it was used, taken back, or is too old. */
export async function roleOfInvitation(key: string): Promise<Role | null> {
  const [found] = await rows<{ role: Role }>(
    'SELECT role FROM invitations WHERE token_hash = $1 AND used_at IS NULL AND expires_at > law.clock()',
    [hashOfKey(key)],
  );
  return found?.role ?? null;
}

export async function isInvitationAlive(key: string): Promise<boolean> {
  return (await roleOfInvitation(key)) !== null;
}

/** Whether this key would still set a new password. */
export async function isResetAlive(key: string): Promise<boolean> {
  const found = await rows(
    `SELECT FROM password_resets r JOIN users u ON u.id = r.user_id AND u.closed_at IS NULL
     WHERE r.token_hash = $1 AND r.used_at IS NULL AND r.expires_at > law.clock()`,
    [hashOfKey(key)],
  );
  return found.length > 0;
}
