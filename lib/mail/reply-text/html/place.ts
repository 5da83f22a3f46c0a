import type { Line } from '../lines';
import type { Meaning } from './element';

/** Where in the nested elements of a mail the reader stands, and what kind a line that begins there is. */
export class Place {
  private readonly depth: Record<Meaning, number> = {
    none: 0,
    unseen: 0,
    quote: 0,
    wrapper: 0,
    signature: 0,
    cut: 0,
  };
  private cut = false;
  private quotedInWrapper = false;

  enters(meaning: Meaning): void {
    if (meaning === 'wrapper' && this.depth.wrapper === 0) this.quotedInWrapper = false;
    this.depth[meaning] += 1;
  }

  leaves(meaning: Meaning, name: string): void {
    this.depth[meaning] -= 1;
    if (meaning === 'quote' && name === 'blockquote' && this.depth.wrapper > 0) this.quotedInWrapper = true;
  }

  /** From here on nothing is theirs, whatever closes. */
  cuts(): void {
    this.cut = true;
  }

  isUnseen(): boolean {
    return this.depth.unseen > 0;
  }

  /** In a wrapper (Gmail's) what stands above its first blockquote introduces it, and what stands below is an answer. */
  kind(): Line['kind'] {
    if (this.cut || this.depth.quote > 0) return 'quoted';
    if (this.depth.wrapper > 0) return this.quotedInWrapper ? 'said' : 'intro';
    return this.depth.signature > 0 ? 'signature' : 'said';
  }
}
