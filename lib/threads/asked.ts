const oneQuestion = /[^.!?¿\n]*[^.!?¿\n\s][^.!?¿\n]*\?|¿[^?]+\?/gu;

/** The last thing a text asks, for a list: "Would you talk to us?"; null when it asks nothing. */
export function lastQuestion(text: string): string | null {
  const asked = text.match(oneQuestion)?.at(-1)?.trim() ?? '';
  return asked.length > 3 ? asked : null;
}

/** Whether a message of ours may end a conversation: no pitch, no question, no link. The law asks the same. */
export function asksNothing(message: { readonly pitchId: string | null; readonly body: string }): boolean {
  return message.pitchId === null && !/[?？¿]|https?:\/\/|www\./i.test(message.body);
}
