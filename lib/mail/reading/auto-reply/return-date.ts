import { months, placeOf, weekdays } from './day-names';

const month = `(?:${months.join('|')})`;
const weekday = `(?:${weekdays.join('|')})`;
const dayFirst = `(?<d1>\\d{1,2})(?:st|nd|rd|th|er|º|°|ª|\\.)?\\s?(?:of |de |d'|di )?(?<m1>${month})\\b\\.?(?:,? ?(?:de |del )?(?<y1>20\\d\\d))?`;
const monthFirst = `(?<m2>${month})\\.? (?:the )?(?<d2>\\d{1,2})(?:st|nd|rd|th)?\\b(?!:)(?:,? (?<y2>20\\d\\d))?`;
const iso = `(?<y3>20\\d\\d)-(?<m3>\\d\\d)-(?<d3>\\d\\d)`;
const figures = `(?<a>\\d{1,2})(?<sep>[./-])(?<b>\\d{1,2})(?:\\k<sep>(?<y4>20\\d\\d|\\d\\d))?(?!\\d)`;
const date = new RegExp(`(?<![\\w/.-])(?:${iso}|${dayFirst}|${monthFirst}|${figures})`, 'g');

const to = `(?:\\s+(?:the\\s+|el\\s+|le\\s+|o\\s+dia\\s+|no\\s+dia\\s+|dia\\s+|il\\s+|dem\\s+|den\\s+)?(?:(?:next\\s+|kommenden\\s+)?(?<w>${weekday})\\.?,?\\s+(?:the\\s+|el\\s+|le\\s+|dem\\s+|den\\s+|dia\\s+)?)?)?$`;
const backWords =
  'return(?:ing|s)?(?: to (?:the |my )?(?:office|work|desk))?(?: again)?(?: on| by)?|\\bback(?: (?:in|at|to)(?: (?:the|my))? (?:office|work|desk|business))?(?: online)?(?: again)?(?: on| by| from)?|re-?open(?:s|ing)?(?: again)?(?: on)?|available(?: again)? (?:from|on|as of)|(?:regreso|regresando|volviendo|vuelvo|volver[eé]|regresar[eé]|vuelta|me reincorporo|me reincorporar[eé]|reincorporaci[oó]n|disponible)(?: a (?:la|mi) oficina| al trabajo| de nuevo)?(?: ser[aá])?(?: a partir)?(?: el| del?| el d[ií]a)?|(?:volto|voltando|regressando|retornando|voltarei|regresso|regressarei|retorno|retornarei|de volta)(?: ao (?:escrit[oó]rio|trabalho)| à empresa)?(?: a partir| ser[aá])?(?: no| em| a| de| do| ao| dia| no dia| em dia)*|(?:de retour|mon retour|retour|reviens|reviendrai|serai de retour|rentre|rentrerai|reprendrai)(?: au bureau| parmi vous| au travail)?(?: [aà] partir du| [aà] compter du| d[eè]s| est pr[eé]vu| le)*|(?:wieder(?: (?:ab|am|im b[uü]ro|da|zur[uü]ck|erreichbar|f[uü]r sie da|zu erreichen|im hause?|anwesend|gerne))*|zur[uü]ck|r[uü]ckkehr|ab)(?: (?:ab|am|zum|dem|den))*|(?:rientro|rientrando|tornando|rientrer[oò]|torno|torner[oò]|ritorno|ritorner[oò]|sar[oò] di nuovo|di nuovo (?:in ufficio|disponibile)|nuovamente (?:in ufficio|disponibile))(?: in (?:ufficio|sede))?(?: a partire| il| dal| da| previsto)*';
const untilWords =
  "\\b(?:until|till|til)|hasta(?: el(?: d[ií]a)?)?|at[eé](?: (?:ao? |o )?dia| o| a| ao)?|jusqu'(?:au|à|a)|bis(?: zum| zu)?|fino (?:al|a)|sino (?:al|a)";
const back = new RegExp(`(?:${backWords})${to}`, 'i');
const until = new RegExp(`(?:${untilWords})${to}`, 'i');
const rangeBefore = new RegExp(
  `\\b(?:from|between|del?|desde|du|vom|von|dal|dalle|starting)(?: (?:the|el|le|il|dem|den|o|dia))?(?: ${weekday},?)? (?:the )?(?:\\d|${month}\\b|${weekday}\\b)[^.\\n]{0,45}$`,
);
const lastDay = /^[^.\n]{0,12}?(?:in[ck]lu|einschl|compr)/i;
const wholeDay = new RegExp(
  `(?<cue>${backWords}|${untilWords})\\s+(?:next\\s+|kommenden\\s+|el\\s+|le\\s+|na\\s+|n[ao]\\s+)?(?<w>${weekday})\\b(?!,?\\s*(?:the )?\\d|,?\\s+${month})`,
  'i',
);

/**
 * The day on which somebody says to be back, in en, es, pt, fr, de or it: `2026-05-12`, or null where it is
 * not certain (two readings, a span of days, a day gone by). `sentOn` is the day on which it was written.
 */
export function returnDate(text: string, sentOn: string): string | null {
  const words = text
    .toLowerCase()
    .replace(/[*_]/g, '')
    .replace(/[ \t\u00a0]+/g, ' ')
    .slice(0, 4_000);
  const told = [...words.matchAll(date)].map((found) => {
    const before = words.slice(Math.max(0, found.index - 90), found.index).replace(/\n/g, ' ');
    const cue = back.exec(before) ?? until.exec(before);
    const surely = back.test(before);
    const span =
      !surely && (rangeBefore.test(before) || lastDay.test(words.slice(found.index + found[0].length)));
    return { cue, surely, day: span ? null : dayOf(found, cue?.groups?.['w'] ?? null, sentOn) };
  });
  const backOn = told.filter(({ surely }) => surely);
  const days = (backOn.length > 0 ? backOn : told.filter(({ cue }) => cue)).map(({ day }) => day);
  const only = new Set(days);
  if (only.size === 1) return days[0] ?? null;
  if (only.size > 1) return null;
  const named = wholeDay.exec(words)?.groups?.['w'];
  return named ? nextWeekday(placeOf(named, weekdays), sentOn) : null;
}

function dayOf(found: RegExpExecArray, named: string | null, sentOn: string): string | null {
  const part = (name: string) => found.groups?.[name];
  const year = part('y1') ?? part('y2') ?? part('y3') ?? part('y4') ?? null;
  const name = part('m1') ?? part('m2');
  const pairs: [number, number][] = name
    ? [[placeOf(name, months) + 1, Number(part('d1') ?? part('d2'))]]
    : part('m3')
      ? [[Number(part('m3')), Number(part('d3'))]]
      : figuresOf(Number(part('a')), Number(part('b')), part('sep') ?? '');
  const days = new Set(pairs.flatMap(([inMonth, day]) => ahead(inMonth, day, year, sentOn) ?? []));
  const fits = [...days].filter((day) => !named || weekdayOf(day) === placeOf(named, weekdays));
  return fits.length === 1 ? (fits[0] ?? null) : null;
}

// 12.5. is the twelfth of May everywhere; 12/5 is not.
function figuresOf(a: number, b: number, separator: string): [number, number][] {
  return separator === '.'
    ? [[b, a]]
    : [
        [b, a],
        [a, b],
      ];
}

function ahead(inMonth: number, day: number, year: string | null, sentOn: string): string | null {
  const sent = Number(sentOn.slice(0, 4));
  const years = year ? [Number(year.length === 2 ? `20${year}` : year)] : [sent, sent + 1];
  const found = years.map((one) => dateOf(one, inMonth, day)).find((one) => one !== null && one >= sentOn);
  return found && daysBetween(sentOn, found) <= (year ? 730 : 270) ? found : null;
}

function dateOf(year: number, inMonth: number, day: number): string | null {
  const read = new Date(Date.UTC(year, inMonth - 1, day));
  return read.getUTCMonth() === inMonth - 1 && day > 0 ? read.toISOString().slice(0, 10) : null;
}

const daysBetween = (from: string, until: string) => (Date.parse(until) - Date.parse(from)) / 86_400_000;
const weekdayOf = (day: string) => new Date(`${day}T00:00:00Z`).getUTCDay();

function nextWeekday(place: number, sentOn: string): string {
  const away = ((place - weekdayOf(sentOn) + 6) % 7) + 1;
  return new Date(Date.parse(sentOn) + away * 86_400_000).toISOString().slice(0, 10);
}
