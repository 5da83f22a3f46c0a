import { setTimeout as wait } from 'node:timers/promises';
import { Stop, warn } from './say.js';

const mostCrashes = 5;
const calm = 60_000;

/**
 * Keeps parts alive: each is started, started again with growing pauses when it stops by itself, and given up
 * after five times in a row. Then, as on `stop()`, all parts end, last started first.
 * A part is `{ name, start() }`; `start` answers `{ exited: Promise<string>, stop(): Promise<void> }`.
 */
export class Supervisor {
  #running = [];
  #stopping = false;
  #gaveUp = null;
  /** Settles when a part was given up on, with the reason. */
  gaveUp = new Promise((answer) => (this.#gaveUp = answer));

  /** Starts a part and answers what its first `start` answered. */
  async add(part) {
    const slot = { part, crashes: 0, since: performance.now(), now: await part.start() };
    this.#running.push(slot);
    void this.#watch(slot);
    return slot.now;
  }

  async #watch(slot) {
    for (;;) {
      const how = await slot.now.exited;
      // A Ctrl-C reaches every process of the terminal at once; the part may well be gone before our own handler ran.
      await wait(300);
      if (this.#stopping) return;
      if (performance.now() - slot.since > calm) slot.crashes = 0;
      slot.crashes += 1;
      if (slot.crashes > mostCrashes)
        return this.#gaveUp(`${slot.part.name} keeps stopping (${how}). Earshot ends.`);
      const pause = 2 ** (slot.crashes - 1);
      warn(`${slot.part.name} stopped (${how}); starting it again in ${pause} s.`);
      await wait(pause * 1000);
      if (this.#stopping) return;
      slot.since = performance.now();
      try {
        slot.now = await slot.part.start();
      } catch (error) {
        const words = error instanceof Stop ? error.message : String(error.stack);
        slot.now = { exited: Promise.resolve(words), stop: async () => {} };
      }
      if (this.#stopping) await slot.now.stop();
    }
  }

  /** Starts a part anew on purpose. */
  async restart(name) {
    const slot = this.#running.find(({ part }) => part.name === name);
    if (!slot || this.#stopping) return;
    slot.crashes = 0;
    slot.since = performance.now();
    const before = slot.now;
    slot.now = await slot.part.start();
    await before.stop();
  }

  /** Ends all parts, one after the other, the one that was started first last. */
  async stop() {
    this.#stopping = true;
    for (const slot of this.#running.reverse()) await slot.now.stop();
    this.#running = [];
  }
}
