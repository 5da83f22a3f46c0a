const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/**
 * Puts the characters of windows-1252 where its bytes were taken for those of ISO-8859-1: Node 20 decodes it
 * so, and many mails claim one and mean the other. Nobody writes the control characters that stood there.
 */
export function withoutC1(text: string): string {
  return text.replace(/[\u0080-\u009f]/g, (one) => windows1252[one.charCodeAt(0) - 0x80] ?? one);
}
