import { isQuoted, plain, type Line } from '../lines';
import type { Attributes, Meaning } from './element';
import { blocks, isTight, keepsSpaces, pictured, spaced } from './layout';
import { Lists } from './lists';
import { Place } from './place';

type Frame = {
  readonly name: string;
  readonly meaning: Meaning;
  readonly gap: boolean;
  readonly asIs: boolean;
};

/** Writes down the lines of one HTML mail, told of every tag and text in order. */
export class Writing {
  private readonly done: { text: string; kind: Line['kind'] }[] = [];
  private readonly frames: Frame[] = [];
  private readonly place = new Place();
  private readonly lists = new Lists();
  private parts: string[] = [];
  private kind: Line['kind'] = 'said';
  private inked = false;
  private filled = false;
  private asIs = 0;
  private wantsGap = false;
  private waiting = '';

  constructor(private readonly tight: boolean) {}

  opens(name: string, meaning: Meaning, attributes: Attributes, isVoid: boolean): void {
    const gap = spaced.has(name) && !(name === 'p' && (this.tight || isTight(attributes)));
    if (blocks.has(name) || meaning === 'quote' || meaning === 'wrapper') this.breaks(gap);
    if (meaning === 'cut') this.place.cuts();
    if (name === 'br' && !this.place.isUnseen()) this.ends();
    if (name === 'img' && meaning !== 'unseen') this.says(pictured(attributes));
    // Word writes an empty paragraph as one with nothing but this in it.
    if (name === 'o:p' && !this.place.isUnseen()) this.filled = true;
    if (name === 'td' || name === 'th') this.parts.push(' ');
    if (isVoid) return;
    this.lists.opens(name);
    const asIs = keepsSpaces(name, attributes);
    this.frames.push({ name, meaning, gap, asIs });
    this.place.enters(meaning);
    if (asIs) this.asIs += 1;
    if (name === 'li' && !this.place.isUnseen()) this.waiting = this.lists.bullet();
  }

  closes(name: string): void {
    const frame = this.frames.pop();
    if (frame === undefined) return;
    if (blocks.has(name) || frame.meaning === 'quote' || frame.meaning === 'wrapper') this.breaks(frame.gap);
    this.lists.closes(name);
    if (frame.asIs) this.asIs -= 1;
    this.place.leaves(frame.meaning, name);
  }

  says(text: string): void {
    if (text === '' || this.place.isUnseen()) return;
    if (this.asIs === 0) {
      this.parts.push(text);
      return this.marks(text);
    }
    const [first = '', ...more] = text.replace(/\r\n?/g, '\n').split('\n');
    this.parts.push(first);
    this.marks(first);
    for (const line of more) {
      this.ends();
      this.parts.push(line);
      this.marks(line);
    }
  }

  lines(): Line[] {
    this.breaks(false);
    const texts = this.done.map(({ text }) => text);
    return this.done.map(({ text, kind }, at) => ({
      text,
      kind: kind === 'said' && isQuoted(text, texts, at) ? 'quoted' : kind,
    }));
  }

  /** The line is of the kind of its first visible sign. */
  private marks(text: string): void {
    if (!this.inked && text.trim() !== '') {
      this.kind = this.place.kind();
      this.inked = true;
      this.parts.unshift(this.waiting);
      this.waiting = '';
    }
    this.filled ||= /[^ \t\r\n\f]/.test(text);
  }

  private breaks(gap: boolean): void {
    if (this.filled) this.ends();
    else this.parts = [];
    if (gap) this.wantsGap = true;
  }

  private ends(): void {
    if (this.parts.length === 0) {
      this.done.push({ text: '', kind: this.place.kind() });
      return;
    }
    const joined = this.asIs > 0 ? this.parts.join('') : this.parts.join('').replace(/[ \t\r\n\f]+/g, ' ');
    const text = this.asIs > 0 ? plain(joined).replace(/\n/g, ' ') : plain(joined).trim();
    const blank = text.trim() === '';
    const last = this.done.at(-1);
    if (this.wantsGap && !blank && last !== undefined && last.text !== '')
      this.done.push({ text: '', kind: this.place.kind() });
    if (!blank) this.wantsGap = false;
    this.done.push({ text: blank ? '' : text, kind: blank ? this.place.kind() : this.kind });
    this.parts = [];
    this.filled = false;
    this.inked = false;
  }
}
