// English, Spanish, Portuguese, French, German, Italian; without accents and points.
const months = [
  'january jan enero ene janeiro janvier janv januar janner gennaio gen',
  'february feb febrero fevereiro fev fevrier fevr februar febbraio',
  'march mar marzo marco mars marz maerz mrz',
  'april apr abril abr avril avr aprile',
  'may mayo maio mai maggio mag',
  'june jun junio junho juin juni giugno giu',
  'july jul julio julho juillet juil juli luglio lug',
  'august aug agosto ago aout',
  'september sep sept septiembre setiembre set setembro septembre settembre sett',
  'october oct octubre outubro out octobre oktober okt ottobre ott',
  'november nov noviembre novembro novembre',
  'december dec diciembre dic dezembro dez decembre dezember dicembre',
];
const weekdays = [
  'sunday sun domingo dom dimanche dim sonntag so domenica',
  'monday mon lunes lun segunda seg lundi montag mo lunedi',
  'tuesday tue tues martes mar terca ter mardi dienstag di martedi',
  'wednesday wed miercoles mie mier quarta qua mercredi mer mittwoch mi mercoledi',
  'thursday thu thur thurs jueves jue quinta qui jeudi jeu donnerstag do giovedi gio',
  'friday fri viernes vie sexta sex vendredi ven freitag fr venerdi',
  'saturday sat sabado sab samedi sam samstag sa sabato',
];
const relative = ['today hoy hoje aujourdhui heute oggi', 'yesterday ayer ontem hier gestern ieri'];

const numbered = (lists: readonly string[], from: number) =>
  new Map(lists.flatMap((words, at) => words.split(' ').map((word) => [word, at + from] as const)));

/** The month of a folded word, 1 to 12. */
export const monthOf = numbered(months, 1);

/** The weekday of a folded word, 0 (Sunday) to 6. */
export const weekdayOf = numbered(weekdays, 0);

/** How many days before today a folded word names. */
export const daysAgoOf = numbered(relative, 0);

/** Words that stand between the parts of a date and say nothing. */
export const joining = new Set(
  'at a o as las la los el le il lo um uhr on den der am de del di dia du do ore ora alle the of feira en em um kl h'.split(
    ' ',
  ),
);

export const zoneOffsets: ReadonlyMap<string, number> = new Map([
  ...['utc', 'gmt', 'z', 'wet'].map((zone) => [zone, 0] as const),
  ...['cet', 'bst', 'mez', 'west'].map((zone) => [zone, 60] as const),
  ...['cest', 'eet', 'mesz'].map((zone) => [zone, 120] as const),
  ...([
    ['edt', -240],
    ['est', -300],
    ['cdt', -300],
    ['cst', -360],
    ['mdt', -360],
  ] as const),
  ...([
    ['mst', -420],
    ['pdt', -420],
    ['pst', -480],
    ['ist', 330],
  ] as const),
]);

/** A word as these lists have it: lower case, no accents, no points. */
export function foldedWord(word: string): string {
  return word
    .normalize('NFD')
    .replace(/[\u0300-\u036f'’.]/g, '')
    .toLowerCase();
}
