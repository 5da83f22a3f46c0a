import { setTimeout as wait } from 'node:timers/promises';
import { Stop, warn } from './say.js';

const mostCrashes = 5;
const calm = 60_000;

/**
 * Keeps parts alive: one that stops by itself is started again, after a pause that grows, and given up after five
 * times in a row; whoever started us then ends everything with `stop()`.
 * A part is `{ name, start() }`; `start` answers `{ exited: Promise<string>, stop(): Promise<void> }`.
 */
export class Supervisor {
  #slots = [];
  #ending = new AbortController();
  #giveUp = null;
  /** Settles when a part was given up, with the reason. */
  gaveUp = new Promise((answer) => (this.#giveUp = answer));

  /** Starts a part; answers what its first `start` answered. */
  async add(part) {
    const slot = { part, crashes: 0, since: performance.now(), now: await part.start() };
    this.#slots.push(slot);
    slot.watched = this.#watch(slot);
    return slot.now;
  }

  async #watch(slot) {
    for (;;) {
      const current = slot.now;
      const how = await current.exited;
      // A Ctrl-C reaches every process of the terminal at once: a part may be gone before our own handler ran.
      await this.#pause(300);
      if (this.#ending.signal.aborted) return;
      if (slot.now !== current) continue;
      if (!(await this.#startAgain(slot, how))) return;
    }
  }

  async #startAgain(slot, how) {
    const { name } = slot.part;
    slot.crashes = performance.now() - slot.since > calm ? 1 : slot.crashes + 1;
    if (slot.crashes > mostCrashes) {
      this.#giveUp(`${name} keeps stopping (${how}). Earshot ends.`);
      return false;
    }
    const seconds = 2 ** (slot.crashes - 1);
    warn(`${name} stopped (${how}); starting it again in ${seconds} s.`);
    await this.#pause(seconds * 1000);
    if (this.#ending.signal.aborted) return false;
    slot.since = performance.now();
    try {
      slot.now = await slot.part.start();
    } catch (error) {
      const words = error instanceof Stop ? error.message : String(error?.stack);
      slot.now = { exited: Promise.resolve(words), stop: async () => {} };
    }
    if (!this.#ending.signal.aborted) return true;
    await slot.now.stop();
    return false;
  }

  #pause(milliseconds) {
    return wait(milliseconds, undefined, { signal: this.#ending.signal }).catch(() => {});
  }

  /** Puts a part that runs in the place of itself, for another version of its code. */
  async restart(name) {
    const slot = this.#slots.find(({ part }) => part.name === name);
    if (!slot || this.#ending.signal.aborted) return;
    const before = slot.now;
    slot.crashes = 0;
    slot.since = performance.now();
    slot.now = await slot.part.start();
    await before.stop();
  }

  /** Ends all parts one after the other, the one that was started first last. */
  async stop() {
    this.#ending.abort();
    for (const slot of this.#slots.toReversed()) await slot.now.stop();
    await Promise.all(this.#slots.map(({ watched }) => watched));
  }
}
