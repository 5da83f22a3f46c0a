import type { Header } from './header';

/** Somebody in a header. */
export interface Person {
  readonly name: string;
  /** Lower case. */
  readonly address: string;
}

/** A part that is neither text nor HTML to be read by people: reports, returned mails, calendars. */
export interface Part {
  /** Lower case, such as `message/delivery-status`. */
  readonly type: string;
  /** The first hundreds of kilobytes, decoded. */
  readonly text: string;
  /** Of a calendar part (RFC 5546), upper case: `REQUEST`, `REPLY`. */
  readonly method: string | null;
}

/** A mail taken apart, before anybody asks what it is. */
export interface ParsedMail {
  readonly header: Header;
  /** Of the whole mail: `multipart/report`, lower case, and its parameters as written. */
  readonly contentType: string;
  readonly from: Person | null;
  readonly to: readonly Person[];
  readonly cc: readonly Person[];
  readonly replyTo: readonly Person[];
  readonly subject: string;
  /** ISO 8601 in UTC, or null where the header names no moment. */
  readonly date: string | null;
  readonly text: string | null;
  readonly html: string | null;
  readonly parts: readonly Part[];
  /** What a person would see: the text, else the HTML without its tags. Cut after 100,000 characters. */
  readonly seen: string;
}
