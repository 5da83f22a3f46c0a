import type { ListResponse } from 'imapflow';

/** What a folder is for, by special-use (RFC 6154) or the name it usually has. */
export type FolderRole = 'inbox' | 'sent' | 'archive' | 'other' | 'junk' | 'trash' | 'drafts';

export interface FolderOnServer {
  readonly path: string;
  readonly role: FolderRole;
}

/** A folder as it is listed. */
export function folderOf({ path, specialUse }: ListResponse): FolderOnServer {
  return { path, role: roles[specialUse ?? ''] ?? (path.toUpperCase() === 'INBOX' ? 'inbox' : 'other') };
}

const roles: Readonly<Record<string, FolderRole>> = {
  '\\Inbox': 'inbox',
  '\\Sent': 'sent',
  '\\Archive': 'archive',
  '\\All': 'archive',
  '\\Junk': 'junk',
  '\\Trash': 'trash',
  '\\Drafts': 'drafts',
};
