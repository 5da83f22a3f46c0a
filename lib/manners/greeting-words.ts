import { wordSet } from './folded';

/** Words with which a greeting begins, in English, Spanish, Portuguese, French, German and Italian. */
export const starts = wordSet(
  'dear hi hello hey hiya greetings howdy hola buenas buenos estimado estimada estimados estimadas estimadx estimade querido querida queridos queridas queride apreciado apreciada apreciados distinguido distinguida distinguidos ola oi caro cara caros caras prezado prezada prezados prezadas bonjour bonsoir salut cher chere chers cheres coucou hallo liebe lieber liebes moin servus grussgott gruezi wert werte werter ciao buongiorno buonasera salve gentile gentili egregio egregia egregi gentilissimo gentilissima spettabile spett dearest madame monsieur mesdames messieurs',
);

/** Two words with which one begins. */
export const startPairs =
  /^(?:good (?:morning|afternoon|evening|day)|buen dia|bom dia|boa (?:tarde|noite)|guten (?:tag|morgen|abend)|sehr geehrt|gruss gott|grusse? |buon giorno|my dear|muy senor|a quien|a quem|a qui|to whom|an alle|mi querid|mi estimad|meine lieb|mein lieb|mon cher|ma chere|very good)/;

/** Words that belong to the greeting and mean nobody: those, and what stands beside them. */
export const greets: ReadonlySet<string> = new Set([
  ...[...starts].filter((word) => !/^(?:madame|monsieur|mesdames|messieurs)$/.test(word)),
  ...'good morning afternoon evening day dia dias tardes noches bom boa tarde noite tag morgen abend geehrte geehrter geehrtes gott giorno my muy very again nochmal nuevo otra vez all da too tambien mi meine mein mon ma buon buen sehr guten gruss'.split(
    ' ',
  ),
]);

/** Words for whoever it may be: nobody's name. */
export const generic = wordSet(
  'there friend friends fellow all everyone everybody team folks guys people colleague colleagues sir sirs madam madams maam hiring manager recruiter recruiters customer customers client clients partner partners member members subscriber subscribers reader readers user users valued owner editor editors founder founders entrepreneur stranger lovely dear dears mate buddy pal gentleman gentlemen ladies lady resident contact supplier candidate applicant investor investors leader leaders professional professionals colega colegas amigo amiga amigos amigas amigx amigue todos todas todxs todes equipo senor senora senores senoras cliente clientes companero companera companeros companeras usuario usuaria usuarios lector lectora responsable socio socia suscriptor suscriptora propietario familia gente chicos chicas emprendedor emprendedora profesional interesado interesada candidato candidata empresario empresaria damen herren dame herr frau kollegen kollege kollegin freund freunde freundin freundinnen kunde kundin kunden team zusammen alle allerseits leser interessenten interessent amico amica amici amiche tutti tutte signori signore signora signor collega colleghi cliente lettore lettrice ami amie amis amies tous toutes equipe collegue collegues madame monsieur mesdames messieurs client cliente senhor senhora senhores senhoras amigo parceiro leitor',
);

/** Titles of an office: "Dear Professor" is how one writes to them, though it names nobody. */
export const offices = wordSet(
  'professor profesor profesora doctor doctora dr dra prof profa dottore dottoressa dottoresa maestro maestra maitre president presidente presidenta rector rectora directeur directrice director directora father padre sister chef reverend captain professoressa professore avvocato ministre ministro ministra senator alcalde alcaldesa',
);

/** Whole phrases that greet whoever it may concern. */
export const toWhom =
  /^(?:to whom (?:it|this) may concern|a quien (?:corresponda|pueda interesar|proceda)|a quem (?:possa interessar|interessar possa|de direito)|a qui de droit|muy (?:senor(?:es)?|senora) (?:mios?|nuestros?)|a chi di competenza|an alle|madame, monsieur|mesdames(?:, mademoiselles)?,? (?:et )?messieurs)\b/;

/** Words that join and mean nobody. */
export const joins = wordSet(
  'and y e et und the la el le les der die das of de del to or o a i al los las an und oder ou',
);

/** Fields of a form that stand where a name should. */
export const fieldNames = wordSet(
  'name firstname fname nombre prenom vorname nome lastname fullname first_name last_name',
);
