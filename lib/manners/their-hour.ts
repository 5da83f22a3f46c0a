/** The hour (0 to 23) in a zone (IANA); null where nobody knows the zone. */
export function theirHour(zone: string | null, now: Date): number | null {
  if (!zone) return null;
  try {
    const told = new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      hour: '2-digit',
      hourCycle: 'h23',
    }).format(now);
    return Number(told);
  } catch {
    return null;
  }
}
