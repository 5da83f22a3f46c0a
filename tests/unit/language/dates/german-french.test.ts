import { describe, it } from 'vitest';
import { expectDay, rows } from './rows';

// Sunday, 22 November 2026.
const today = '2026-11-22';

const german = rows(`
  im März => 2027-03-01
  Anfang März => 2027-03-01
  Mitte Q2 => 2027-05-15
  mitte q2 => 2027-05-15
  Ende März => 2027-03-31
  Mitte Januar => 2027-01-15
  ab Mai => 2027-05-01
  nicht vor Oktober => 2027-10-01
  erst im April => 2027-04-01
  bis Ende Juni => 2027-07-01
  am 3. Mai => 2027-05-03
  3.5. => 2027-05-03
  3.5.2028 => 2028-05-03
  am 15. => 2026-12-15
  Montag => 2026-11-23
  nächsten Montag => 2026-11-23
  nächste Woche => 2026-11-23
  übernächste Woche => 2026-11-30
  nächsten Monat => 2026-12-01
  nächstes Quartal => 2027-01-01
  nächstes Jahr => 2027-01-01
  nächstes Jahr im März => 2027-03-01
  Anfang nächsten Jahres => 2027-01-01
  im Jänner => 2027-01-01
  im neuen Jahr => 2027-01-01
  Mitte des Jahres => 2027-07-01
  Ende des Jahres => 2026-12-31
  KW 7 => 2027-02-15
  erstes Quartal => 2027-01-01
  2. Quartal => 2027-04-01
  Q3 2027 => 2027-07-01
  zweites Halbjahr => 2027-07-01
  in zwei Wochen => 2026-12-06
  in 14 Tagen => 2026-12-06
  in einem Monat => 2026-12-22
  in ein paar Wochen => 2026-12-13
  in einem halben Jahr => 2027-05-22
  in anderthalb Jahren => 2028-05-22
  in drei bis vier Wochen => 2026-12-20
  morgen => 2026-11-23
  übermorgen => 2026-11-24
  nach Ostern => 2027-03-30
  nach Weihnachten => 2026-12-27
  nach den Feiertagen => 2027-01-02
  nach dem Sommer => 2027-09-21
  nach Pfingsten => 2027-05-18
  nach Fasching => 2027-02-10
  nach den Sommerferien => 2027-09-01
  im Frühjahr => 2027-03-21
  im Herbst => 2027-09-21
  vor drei Monaten => -
  letzten März => -
  seit März => -
`);

const french = rows(`
  en mars => 2027-03-01
  début mars => 2027-03-01
  mi-mars => 2027-03-15
  fin mars => 2027-03-31
  mi-janvier => 2027-01-15
  pas avant septembre => 2027-09-01
  à partir d'avril => 2027-04-01
  à partir du 15 mars => 2027-03-15
  jusqu'à fin juin => 2027-07-01
  le 5 mars => 2027-03-05
  1er mars => 2027-03-01
  lundi => 2026-11-23
  lundi prochain => 2026-11-23
  demain => 2026-11-23
  après-demain => 2026-11-24
  la semaine prochaine => 2026-11-23
  le mois prochain => 2026-12-01
  fin du mois => 2026-11-30
  le trimestre prochain => 2027-01-01
  premier trimestre => 2027-01-01
  1er trimestre 2027 => 2027-01-01
  T2 => 2027-04-01
  l'année prochaine => 2027-01-01
  début 2028 => 2028-01-01
  fin d'année => 2026-12-31
  dans un mois => 2026-12-22
  dans deux semaines => 2026-12-06
  dans quinze jours => 2026-12-06
  d'ici trois semaines => 2026-12-13
  dans un mois et demi => 2027-01-06
  dans quelques semaines => 2026-12-13
  au printemps => 2027-03-21
  après l'été => 2027-09-21
  à l'automne => 2027-09-21
  l'été prochain => 2027-06-21
  après Pâques => 2027-03-30
  à la rentrée => 2027-09-01
  après les fêtes => 2027-01-02
  passé les fêtes => 2027-01-02
  après les vacances d'été => 2027-09-01
  à la Toussaint => 2027-11-01
  semaine 7 => 2027-02-15
  second semestre => 2027-07-01
  il y a deux semaines => -
  depuis mars => -
  mars dernier => -
`);

describe('days that people name in German', () => {
  it.each(german)('“%s” comes to %s', (typed, day) => expectDay(typed, day, today, ['de']));
});

describe('days that people name in French', () => {
  it.each(french)('“%s” comes to %s', (typed, day) => expectDay(typed, day, today, ['fr']));
});
