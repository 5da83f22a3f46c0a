import { isQuoted, plain, type Line } from '../lines';
import type { Attributes, Meaning } from './element';

const blocks = new Set(
  'address article aside blockquote body center dd details dir div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr html li main menu nav ol p pre section table tbody thead tfoot tr ul'.split(
    ' ',
  ),
);
const spaced = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'dl', 'pre']);

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
  private readonly depth: Record<Meaning, number> = {
    none: 0,
    unseen: 0,
    quote: 0,
    wrapper: 0,
    signature: 0,
    cut: 0,
  };
  private readonly lists: { ordered: boolean; count: number }[] = [];
  private parts: string[] = [];
  private kind: Line['kind'] = 'said';
  private inked = false;
  private filled = false;
  private cut = false;
  private quotedInWrapper = false;
  private asIs = 0;
  private wantsGap = false;

  constructor(private readonly tight: boolean) {}

  opens(name: string, meaning: Meaning, attributes: Attributes, isVoid: boolean): void {
    const gap = spaced.has(name) && !(name === 'p' && (this.tight || isTight(attributes)));
    if (blocks.has(name) || meaning === 'quote' || meaning === 'wrapper') this.breaks(gap);
    if (meaning === 'cut') this.cut = true;
    if (name === 'br') this.ends();
    if (name === 'img' && meaning !== 'unseen') this.says(pictured(attributes));
    // Word writes an empty paragraph as one with nothing but this in it.
    if (name === 'o:p' && this.depth.unseen === 0) this.filled = true;
    if (name === 'td' || name === 'th') this.parts.push(' ');
    if (isVoid) return;
    if (name === 'ul' || name === 'ol') this.lists.push({ ordered: name === 'ol', count: 0 });
    if (meaning === 'wrapper' && this.depth.wrapper === 0) this.quotedInWrapper = false;
    const asIs = name === 'pre' || /white-space:\s?(?:pre|break-spaces)/i.test(attributes.get('style') ?? '');
    this.frames.push({ name, meaning, gap, asIs });
    this.depth[meaning] += 1;
    if (asIs) this.asIs += 1;
    if (name === 'li' && this.depth.unseen === 0) this.parts.push(this.bullet());
  }

  closes(name: string): void {
    const frame = this.frames.pop();
    if (frame === undefined) return;
    if (blocks.has(name) || frame.meaning === 'quote' || frame.meaning === 'wrapper') this.breaks(frame.gap);
    if (name === 'ul' || name === 'ol') this.lists.pop();
    if (frame.asIs) this.asIs -= 1;
    this.depth[frame.meaning] -= 1;
    if (frame.meaning === 'quote' && this.depth.wrapper > 0 && name === 'blockquote')
      this.quotedInWrapper = true;
  }

  says(text: string): void {
    if (text === '' || this.depth.unseen > 0) return;
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
      this.kind = this.kindHere();
      this.inked = true;
    }
    this.filled ||= /[^ \t\r\n\f]/.test(text);
  }

  private kindHere(): Line['kind'] {
    if (this.cut || this.depth.quote > 0) return 'quoted';
    if (this.depth.wrapper > 0) return this.quotedInWrapper ? 'said' : 'intro';
    return this.depth.signature > 0 ? 'signature' : 'said';
  }

  private breaks(gap: boolean): void {
    if (this.filled) this.ends();
    else this.parts = [];
    if (gap) this.wantsGap = true;
  }

  private ends(): void {
    const joined = this.asIs > 0 ? this.parts.join('') : this.parts.join('').replace(/[ \t\r\n\f]+/g, ' ');
    const text = this.asIs > 0 ? plain(joined).replace(/\n/g, ' ') : plain(joined).trim();
    const blank = text.trim() === '';
    const last = this.done.at(-1);
    if (this.wantsGap && !blank && last !== undefined && last.text !== '')
      this.done.push({ text: '', kind: this.kindHere() });
    if (!blank) this.wantsGap = false;
    this.done.push({ text: blank ? '' : text, kind: blank ? this.kindHere() : this.kind });
    this.parts = [];
    this.filled = false;
    this.inked = false;
  }

  private bullet(): string {
    const list = this.lists.at(-1);
    if (list?.ordered !== true) return '- ';
    list.count += 1;
    return `${String(list.count)}. `;
  }
}

/** Word and style attributes set paragraphs without a margin: there a blank line is one that was typed. */
const isTight = (attributes: Attributes): boolean =>
  /(?:^|\s|x_)Mso(?:Normal|Plain|List)/i.test((attributes.get('class') ?? '').slice(0, 200)) ||
  /margin(?:-top|-bottom)?:\s?0(?:[a-z%]{0,3})(?:\s|;|$)/i.test(
    (attributes.get('style') ?? '').slice(0, 600),
  );

/** Emoji are sent as pictures whose alternative is the sign itself. */
function pictured(attributes: Attributes): string {
  const alternative = attributes.get('alt') ?? '';
  return alternative.length <= 12 && /^\p{Extended_Pictographic}/u.test(alternative) ? alternative : '';
}
