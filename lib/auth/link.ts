import { env } from '@/lib/env/env';

/** The address of a one-time link, as somebody opens it. */
export function linkTo(door: 'invite' | 'reset', key: string): string {
  return `${env().APP_URL.replace(/\/+$/, '')}/${door}?key=${key}`;
}
