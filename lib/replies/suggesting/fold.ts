const known = new Map<string, string>();

const single: Readonly<Record<string, string>> = {
  ß: 's',
  œ: 'o',
  æ: 'a',
  ø: 'o',
  ł: 'l',
  ı: 'i',
  '’': "'",
  '‘': "'",
  '´': "'",
  '`': "'",
  ʼ: "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '‟': '"',
  '–': '-',
  '—': '-',
  '‐': '-',
  '‑': '-',
  '…': '.',
  '\u00a0': ' ',
  '\u202f': ' ',
  '\t': ' ',
  '\r': ' ',
};

function foldedSign(sign: string): string {
  const small = sign.toLowerCase();
  const plain = single[small] ?? small.normalize('NFD').charAt(0);
  return plain.length === 1 ? plain : sign;
}

/**
 * The same text in small letters without accents, as long as the text, so that a place in one is the same place in the
 * other. German ß and Swiss ss differ by one letter; the phrase tables allow for both.
 */
export function folded(text: string): string {
  let out = '';
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at);
    if (sign < '\u0080') {
      out += sign === '\t' || sign === '\r' ? ' ' : sign.toLowerCase();
      continue;
    }
    let plain = known.get(sign);
    if (plain === undefined) {
      plain = foldedSign(sign);
      if (known.size < 20_000) known.set(sign, plain);
    }
    out += plain;
  }
  return out;
}
