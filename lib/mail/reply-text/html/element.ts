/** What an element of a mail means for the text in it. */
export type Meaning = 'none' | 'unseen' | 'quote' | 'wrapper' | 'signature' | 'cut';

export type Attributes = ReadonlyMap<string, string>;

// What a form says on its own buttons and in its own lists is nobody's words, and is pressed rather than read.
const unseen = new Set(
  'style script head title template svg object noscript textarea select option datalist button'.split(' '),
);
// An element of these marks begins what is quoted, and nothing below it is theirs (Outlook, Hotmail, Zimbra, Exchange).
const cuts =
  /(?:^|\s|x_)(?:divRplyFwdMsg|appendonsend|stopSpelling|zwchr|OutlookMessageHeader|ms-outlook-mobile-reference-message|mail-editor-reference-message-container|isForwardContent|originbody)(?:\s|$)/i;
const quotes =
  /(?:^|\s|x_|ecx)(?:moz-cite-prefix|yahoo_quoted|yahoo-quoted|ymail_quoted\S*|moz-forward-container|tutanota_quote|gmail_quote_attribution|yj6qo|qt|history_container|AOLMsgPart\S*|freebirdFormviewerViewFormBanner|quotedText|wmQuote)(?:\s|$)/i;
const wrappers =
  /(?:^|\s|x_|ecx)(?:gmail_quote(?:_container)?|gmail_attr|protonmail_quote|zmail_extra|gmail_extra_quote)(?:\s|$)/i;
const signatures =
  /(?:^|\s|x_|ecx)(?:gmail_signature(?:_prefix)?|moz-signature|protonmail_signature_block\S*|tutanota_signature|ms-outlook-mobile-signature)(?:\s|$)/i;

/** Reads one opening tag: hidden, quoted, introducing a quote, a signature, or where theirs ends. */
export function meaningOf(name: string, attributes: Attributes): Meaning {
  if (unseen.has(name)) return 'unseen';
  if (attributes.size === 0) return name === 'blockquote' ? 'quote' : 'none';
  const style = (attributes.get('style') ?? '').slice(0, 600);
  if (attributes.has('hidden') || isHidden(style)) return 'unseen';
  const marks = `${attributes.get('id') ?? ''} ${attributes.get('class') ?? ''}`.slice(0, 400);
  if (cuts.test(marks)) return 'cut';
  if (name === 'blockquote') return isIndent(attributes, style) ? 'none' : 'quote';
  if (quotes.test(marks)) return 'quote';
  if (wrappers.test(marks)) return 'wrapper';
  if (signatures.test(marks)) return 'signature';
  return name === 'div' && /border-left:\s?(?!0|none)[^;]{0,40}(?:solid|#)/i.test(style) ? 'quote' : 'none';
}

const isHidden = (style: string): boolean =>
  /display:\s?none|mso-hide:\s?all|visibility:\s?hidden|max-height:\s?0(?:px)?\s?(?:;|$)|font-size:\s?0(?:px|pt)?\s?(?:;|$|!)|opacity:\s?0\s?(?:;|$)/i.test(
    style,
  );

/** Gmail and Outlook move a paragraph to the right with a blockquote without a border. */
const isIndent = (attributes: Attributes, style: string): boolean =>
  !attributes.has('class') &&
  !attributes.has('type') &&
  !attributes.has('cite') &&
  /border:\s?(?:none|0)|border-width:\s?0/i.test(style);
