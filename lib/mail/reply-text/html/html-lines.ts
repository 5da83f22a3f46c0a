import { Tokenizer } from 'htmlparser2';
import type { Line } from '../lines';
import { meaningOf } from './element';
import { Writing } from './writing';

const voids = new Set(
  'area base br col embed hr img input link meta param source track wbr frame basefont bgsound keygen'.split(
    ' ',
  ),
);

/**
 * The lines somebody sees when they read this HTML, and which of them the HTML marks as quoted.
 * One pass with an own stack: neither depth nor tags that nobody closes cost more than their length.
 */
export function htmlLines(html: string): Line[] {
  const reader = new Reader(html);
  const tokenizer = new Tokenizer({ xmlMode: false, decodeEntities: true }, reader);
  tokenizer.write(html);
  tokenizer.end();
  return reader.writing.lines();
}

// Hotmail, Zimbra and others set paragraphs without a margin in their style sheet.
const tightParagraphs = /(?:^|[\s,}>])p\s?\{[^{}]{0,200}margin(?:-top)?:\s?0/i;

class Reader {
  readonly writing: Writing;
  private readonly stack: string[] = [];
  private readonly open = new Map<string, number>();
  private name = '';
  private attribute = '';
  private value = '';
  private attributes = new Map<string, string>();

  constructor(private readonly html: string) {
    this.writing = new Writing(tightParagraphs.test(html.slice(0, 20_000)));
  }

  onopentagname(start: number, end: number): void {
    this.name = this.html.slice(start, Math.min(end, start + 40)).toLowerCase();
    this.attributes = new Map();
  }

  onattribname(start: number, end: number): void {
    this.attribute = this.html.slice(start, Math.min(end, start + 40)).toLowerCase();
    this.value = '';
  }

  onattribdata(start: number, end: number): void {
    if (this.value.length < 1000) this.value += this.html.slice(start, Math.min(end, start + 1000));
  }

  onattribentity(codepoint: number): void {
    if (this.value.length < 1000) this.value += String.fromCodePoint(codepoint);
  }

  onattribend(): void {
    if (this.attributes.size < 60) this.attributes.set(this.attribute, this.value);
  }

  onopentagend(): void {
    const isVoid = voids.has(this.name);
    this.writing.opens(this.name, meaningOf(this.name, this.attributes), this.attributes, isVoid);
    if (isVoid) return;
    this.stack.push(this.name);
    this.open.set(this.name, (this.open.get(this.name) ?? 0) + 1);
  }

  onselfclosingtag(): void {
    this.onopentagend();
  }

  onclosetag(start: number, end: number): void {
    const name = this.html.slice(start, Math.min(end, start + 40)).toLowerCase();
    if (name === 'br') this.writing.opens('br', 'none', new Map(), true);
    // A closing tag that closes nothing is nothing; counting saves looking for it through the whole stack.
    if ((this.open.get(name) ?? 0) === 0) return;
    for (let closed = this.stack.pop(); closed !== undefined; closed = this.stack.pop()) {
      this.open.set(closed, (this.open.get(closed) ?? 1) - 1);
      this.writing.closes(closed);
      if (closed === name) return;
    }
  }

  ontext(start: number, end: number): void {
    this.writing.says(this.html.slice(start, end));
  }

  ontextentity(codepoint: number): void {
    this.writing.says(String.fromCodePoint(codepoint));
  }

  oncdata(): void {}
  oncomment(): void {}
  ondeclaration(): void {}
  onprocessinginstruction(): void {}
  onend(): void {}
}
