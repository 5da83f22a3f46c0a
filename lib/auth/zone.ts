import { z } from 'zod';

/** Whether this is the name of a time zone (IANA), as a browser or a person says it. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z][\w+/-]{1,63}$/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

export const zoneSchema = z.string().refine(isTimeZone, { error: 'zone_unknown' });

/** All zones to choose from, and the chosen one even if it goes by an older name. */
export function timeZones(chosen: string): readonly string[] {
  return [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC', chosen])].sort();
}
