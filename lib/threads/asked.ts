const oneQuestion = /[^.!?¿\n]*[^.!?¿\n\s][^.!?¿\n]*\?|¿[^?]+\?/gu;

/** The last thing a text asks, for a list: "Would you talk to us?"; null when it asks nothing. */
export function lastQuestion(text: string): string | null {
  const asked = text.match(oneQuestion)?.at(-1)?.trim() ?? '';
  return asked.length > 3 ? asked : null;
}
