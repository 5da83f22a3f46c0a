/** One line as it is kept. */
export function readLine(typed: string): string {
  return typed.normalize('NFC').replace(/\s+/g, ' ').trim();
}

/** Several lines as they are kept. */
export function readLines(typed: string): string {
  return typed.replace(/\r\n?/g, '\n').trim();
}

/** Tags out of a line with commas, semicolons or bars between them: each once, the first spelling wins. */
export function readTags(typed: string): string[] {
  const found = new Map<string, string>();
  for (const part of typed.split(/[,;|\n]|:::/)) {
    const tag = readLine(part).replace(/^[#*]\s*/, '');
    if (tag !== '' && tag.length <= 60 && !found.has(tag.toLowerCase())) found.set(tag.toLowerCase(), tag);
  }
  return [...found.values()].slice(0, 20);
}
