/** Where code gets the time from. Rules take a Date instead; the law has its own clock in the database. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };
