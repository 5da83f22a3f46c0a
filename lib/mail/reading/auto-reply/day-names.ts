/** Months as they are written in en, es, pt, fr, de, it, also shortened; the place in the list is the month. */
export const months: readonly string[] = [
  'january|jan|enero|ene|janeiro|janvier|janv|januar|jänner|gennaio|gen',
  'february|feb|febrero|fevereiro|fev|février|fevrier|févr|fév|februar|febbraio',
  'march|mar|marzo|março|marco|mars|märz|maerz|mrz',
  'april|apr|abril|abr|avril|avr|aprile',
  'may|mayo|maio|mai|maggio|mag',
  'june|jun|junio|junho|juin|juni|giugno|giu',
  'july|jul|julio|julho|juillet|juil|juli|luglio|lug',
  'august|aug|agosto|ago|août|aout',
  'september|sept|sep|septiembre|setiembre|setembro|set|septembre|settembre',
  'october|oct|octubre|outubro|out|octobre|oktober|okt|ottobre|ott',
  'november|nov|noviembre|novembro|novembre',
  'december|dec|diciembre|dic|dezembro|dez|décembre|decembre|déc|dezember|dicembre',
];

/** Days of the week, Sunday first, in the same languages. */
export const weekdays: readonly string[] = [
  'sunday|sun|domingo|dimanche|sonntag|domenica',
  'monday|mon|lunes|segunda-feira|segunda feira|segunda|lundi|montag|lunedì|lunedi',
  'tuesday|tues|tue|martes|terça-feira|terca-feira|terça|mardi|dienstag|martedì|martedi',
  'wednesday|wed|miércoles|miercoles|quarta-feira|quarta feira|quarta|mercredi|mittwoch|mercoledì|mercoledi',
  'thursday|thurs|thur|thu|jueves|quinta-feira|quinta feira|quinta|jeudi|donnerstag|giovedì|giovedi',
  'friday|fri|viernes|sexta-feira|sexta feira|sexta|vendredi|freitag|venerdì|venerdi',
  'saturday|sat|sábado|sabado|samedi|samstag|sonnabend|sabato',
];

/** The place of a word in such a list, or -1. */
export function placeOf(word: string, names: readonly string[]): number {
  return names.findIndex((one) => one.split('|').includes(word));
}
