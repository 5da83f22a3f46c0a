import { v7 } from 'uuid';
import { noAnswer } from '@/lib/auth/answer';
import type { Act } from '@/lib/auth/mint';

/** What an action or a route asks of whoever calls it; `nothing` is open to everybody. */
export type Asks = Act | 'nothing';

/**
 * A door: what it asks, and what to call it with. The call has to be one that is understood, so that nothing
 * but the question who is calling stands in its way; what it is about need not exist.
 */
export interface DoorPlan {
  readonly asks: Asks;
  readonly call: () => readonly unknown[] | Promise<readonly unknown[]>;
}

/** By file, then by the name of what it exports. A new action or route without a line here fails the test. */
export type DoorPlans = Readonly<Record<string, Readonly<Record<string, DoorPlan>>>>;

export const anId = v7;

/** A filled-in form as a browser sends it. */
export function form(fields: Readonly<Record<string, string>> = {}): FormData {
  const made = new FormData();
  for (const [name, value] of Object.entries(fields)) made.set(name, value);
  return made;
}

/** The call of an action behind `useActionState`. */
export function answering(asks: Asks, fields: () => Readonly<Record<string, string>> = () => ({})): DoorPlan {
  return { asks, call: () => [noAnswer, form(fields())] };
}

/** The call of an action that a form calls by itself. */
export function plain(asks: Asks, fields: () => Readonly<Record<string, string>> = () => ({})): DoorPlan {
  return { asks, call: () => [form(fields())] };
}

/** The call of a route. */
export function route(asks: Asks, path: string, params: Readonly<Record<string, unknown>> = {}): DoorPlan {
  return { asks, call: () => [new Request(`http://localhost${path}`), { params: Promise.resolve(params) }] };
}
