/** What a person wrote now. A placeholder: quotes stay in. */
export function replyTextOf({ text, html }: { text: string | null; html: string | null }): string {
  return (text ?? html ?? '').trim();
}
