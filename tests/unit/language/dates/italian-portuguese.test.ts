import { describe, it } from 'vitest';
import { expectDay, rows } from './rows';

// Sunday, 22 November 2026.
const today = '2026-11-22';

const italian = rows(`
  a marzo => 2027-03-01
  a inizio marzo => 2027-03-01
  metà marzo => 2027-03-15
  fine marzo => 2027-03-31
  ai primi di maggio => 2027-05-01
  da gennaio => 2027-01-01
  a partire da aprile => 2027-04-01
  non prima di settembre => 2027-09-01
  fino a giugno => 2027-06-01
  dopo il 15 marzo => 2027-03-16
  il 5 marzo => 2027-03-05
  primo maggio => 2027-05-01
  lunedì => 2026-11-23
  lunedì prossimo => 2026-11-23
  domani => 2026-11-23
  dopodomani => 2026-11-24
  la settimana prossima => 2026-11-23
  il mese prossimo => 2026-12-01
  fine mese => 2026-11-30
  il prossimo trimestre => 2027-01-01
  primo trimestre => 2027-01-01
  secondo semestre => 2027-07-01
  l'anno prossimo => 2027-01-01
  tra due settimane => 2026-12-06
  fra un mese => 2026-12-22
  entro tre mesi => 2027-02-22
  fra un mese e mezzo => 2027-01-06
  tra qualche settimana => 2026-12-13
  in primavera => 2027-03-21
  dopo l'estate => 2027-09-21
  in autunno => 2027-09-21
  primavera prossima => 2027-03-21
  dopo Pasqua => 2027-03-30
  dopo le feste => 2027-01-07
  passata la Befana => 2027-01-07
  dopo Ferragosto => 2027-08-16
  dopo le ferie estive => 2027-09-01
  due mesi fa => -
  marzo scorso => -
`);

const portuguese = rows(`
  em março => 2027-03-01
  no início de março => 2027-03-01
  meados de março => 2027-03-15
  em finais de março => 2027-03-21
  fim de março => 2027-03-31
  a partir de abril => 2027-04-01
  não antes de setembro => 2027-09-01
  até junho => 2027-06-01
  5 de março => 2027-03-05
  segunda-feira => 2026-11-23
  segunda que vem => 2026-11-23
  amanhã => 2026-11-23
  depois de amanhã => 2026-11-24
  semana que vem => 2026-11-23
  na próxima semana => 2026-11-23
  mês que vem => 2026-12-01
  no próximo mês => 2026-12-01
  fim do mês => 2026-11-30
  próximo trimestre => 2027-01-01
  primeiro trimestre => 2027-01-01
  segundo semestre => 2027-07-01
  ano que vem => 2027-01-01
  no próximo ano => 2027-01-01
  daqui a duas semanas => 2026-12-06
  daqui a um mês => 2026-12-22
  em três meses => 2027-02-22
  dentro de um mês => 2026-12-22
  um mês e meio => 2027-01-06
  daqui a alguns meses => 2027-02-22
  na primavera => 2027-03-21
  depois do verão => 2027-09-21
  após o verão => 2027-09-21
  depois do Carnaval => 2027-02-10
  depois da Páscoa => 2027-03-29
  depois do dia 15 => 2026-12-16
  só depois das férias de verão => 2027-09-01
  depois das festas => 2027-01-02
  na quinta depois da quarta de cinzas => 2027-02-11
  há dois meses => -
  março passado => -
`);

describe('days that people name in Italian', () => {
  it.each(italian)('“%s” comes to %s', (typed, day) => expectDay(typed, day, today, ['it']));
});

describe('days that people name in Portuguese', () => {
  it.each(portuguese)('“%s” comes to %s', (typed, day) => expectDay(typed, day, today, ['pt']));
});
