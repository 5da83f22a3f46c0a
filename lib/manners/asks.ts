import { inBody, type Place } from './finding';
import type { Letter } from './letter-parts';

const courtesy =
  /^\W*(?:(?:and |so |hi |hola |hello )?(?:how (?:are|is|have) (?:you|things|everything|it|u)\b[^?]{0,24}|how(?:'s| is) (?:it going|life|everything)|(?:you )?(?:ok|okay|all (?:good|well))|right|isn't it|que tal(?: (?:todo|estas|va|la semana|el dia|vas|andas))?|como (?:estas?|va(?:s| todo)?|andas|te va|esta usted|estais)|todo bien|verdad|no|vale|(?:comment )?(?:ca|cela) va|wie geht(?: es|s|'s)[^?]{0,16}|come (?:stai|sta|va)|tudo bem|como vai))\W*$/;

/** What a letter asks, each question once; "how are you?" and what is quoted are none. */
export function asksIn({ plain, signedFrom }: Letter): Place[] {
  const places: Place[] = [];
  let from = 0;
  for (let at = 0; at < signedFrom; at++) {
    const sign = plain[at];
    if (sign === '?' || sign === '？') {
      while (plain[at + 1] === '?' || plain[at + 1] === '!') at++;
      const start = from + (/^\s*/.exec(plain.slice(from, at))?.[0].length ?? 0);
      const asked = plain.slice(Math.max(start, at - 200), at);
      if (/[\p{L}\p{N}]/u.test(asked) && !courtesy.test(clause(asked))) places.push(inBody(start, at + 1));
      from = at + 1;
    } else if (sign === '.' || sign === '!' || sign === '\n' || sign === '¿')
      from = at + (sign === '¿' ? 0 : 1);
  }
  return places;
}

// "Hi Ana, how are you?" asks what stands behind the comma.
function clause(asked: string): string {
  const comma = asked.lastIndexOf(',');
  return comma !== -1 && courtesy.test(asked.slice(comma + 1)) ? asked.slice(comma + 1) : asked;
}
