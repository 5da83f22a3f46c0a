import { begins, refused, type Circumstances, type Draft, type Finding, type Place } from './finding';
import { plainly, wordSet, wordsOf } from './folded';
import type { Letter } from './letter-parts';

// Read without accents; each ends at the sentence, so that long texts are read in one go.
const phrases = [
  // English
  '(?:just |simply |only )?(?:quick(?:ly)? )?(?:checking|check) (?:in|back|up)\\b',
  '(?:just |quick )?(?:follow(?:ing)?|followed)[ -]up\\b',
  '(?:just )?(?:bump(?:ing)?|nudg(?:e|ing)|ping(?:ing)?) (?:this|that|you|my|it|up)\\b',
  '(?:float|bring|push|mov|bubbl|bounc)(?:e|ing) (?:this|my|it)[^.?!\\n]{0,40}\\b(?:top|up|back)\\b',
  '(?:circl|touch|reach|loop)(?:e|ing) (?:back|base)\\b',
  '(?:did|have|had|wondering|whether|if) (?:if |whether )?you[^.?!\\n]{0,30}\\b(?:see|seen|read|get|got|received?|look(?:ed)?|chance|time|opportunity)\\b[^.?!\\n]{0,60}\\b(?:mail|emails?|message|note|proposal|it|this|that|below|letter|invite|request|look|back)\\b',
  'any (?:update|news|thoughts|feedback|progress)\\b',
  "(?:have(?:n't| not)|did(?:n't| not)) (?:heard|hear) (?:back )?from you",
  'in case (?:you missed|this got|it got|my)[^.?!\\n]{0,40}',
  '(?:a )?(?:friendly|gentle|quick|small) (?:reminder|nudge|bump|ping)\\b',
  '(?:re-?sending|sending (?:this|it) again)\\b',
  // Spanish
  '(?:has|ha|habeis|han|hais) podido (?:ver|leer|revisar|mirar|echar|valorar)\\w*[^.?!\\n]{0,40}',
  '(?:has|ha|habeis|han) (?:visto|leido|recibido|tenido (?:tiempo|ocasion|oportunidad))\\b[^.?!\\n]{0,40}',
  '(?:viste|vio|leiste|leyo|recibiste|recibio|pudiste ver|pudo ver|tuviste|tuvo)\\b[^.?!\\n]{0,20}\\b(?:mi |el |la )?(?:mensaje|correo|mail|email|propuesta|nota|oportunidad|tiempo|chance)',
  '(?:hago|hacer|haciendo|dando|doy|dar) (?:un )?seguimiento\\b',
  '(?:retomo|retomar|retomando|subo|subir|reflot[oa]r?|rescato|reenvio|insisto)\\b[^.?!\\n]{0,30}\\b(?:mensaje|correo|hilo|mail|email|tema|conversacion|propuesta)\\b',
  '(?:solo |solamente |simplemente )?(?:paso|pasaba|pasar|escribo|escribia|queria|quisiera|era)\\b[^.?!\\n]{0,14}\\b(?:saber|ver|preguntar(?:te|le)?|recordar(?:te|le)?|comprobar|confirmar|saludar) ?(?:si|que|como|por|mi)?\\b',
  '(?:alguna|hay|tienes|tiene|teneis) (?:alguna )?(?:novedad(?:es)?|noticias?|respuesta)\\b',
  '(?:por si|te escribo por si)[^.?!\\n]{0,40}\\b(?:viste|habias|habia|perdi|spam|paso|visto)\\b',
  '(?:un )?(?:pequeno |breve |amable )?recordatorio\\b',
  'quedo (?:a la espera|pendiente|atent[oa])\\b',
  // Portuguese, French, German, Italian
  '(?:so |apenas )?(?:passando|a passar|passo) (?:para|so para)\\b|(?:conseguiu|conseguiste|teve tempo|pode|viu|viste|recebeu|leu) (?:de )?(?:ver|ler|o meu|a minha|meu|minha)\\b|alguma novidade\\b|dando seguimento\\b|fazer (?:um )?follow[- ]?up\\b',
  '(?:je me permets|je reviens|je voulais|je vous relance|petite? relance|simple relance)[^.?!\\n]{0,30}|(?:avez[- ]vous|as[- ]tu) (?:eu le temps|pu|vu|lu|recu)\\b[^.?!\\n]{0,40}|des nouvelles\\b|petit rappel\\b',
  '(?:ich wollte |wollte )?(?:nur |mal |kurz |noch ?mal )+(?:kurz |mal )?(?:nach(?:fragen|haken|horen)|melden)\\b|(?:haben sie|hast du|konnten sie|konntest du) (?:schon )?(?:meine|die|sich|dir|bereits|zeit)\\b[^.?!\\n]{0,40}|gibt es (?:schon )?(?:neuigkeiten|etwas neues)\\b|freundliche erinnerung\\b',
  '(?:volevo|vorrei|scrivo)[^.?!\\n]{0,14}(?:sapere|chiedere|ricordar)[a-z]*\\b|(?:ha|hai|avete) (?:avuto modo|potuto|visto|letto|ricevuto)\\b[^.?!\\n]{0,40}|(?:ci sono )?novita\\b|un (?:gentile )?promemoria\\b|sollecito\\b',
].join('|');

const checking = new RegExp(`(?<![\\p{L}])(?:${phrases})`, 'giu');

// What such a message is otherwise made of: small words, courtesies, and words for the message itself.
const nothingNew = wordSet(
  'a an the i we you he she it they me us him her them my our your his their this that these those there here is are was were am be been being do does did done have has had having will would could should can may might must just only simply quick quickly short again still also too so and or but if whether when what how why who which whom to of in on at for from with by as about into up out back over not no yes any some all one more most very much well hope hoping hopefully wish wishing doing great good fine nice lovely day days week weeks month year monday tuesday wednesday thursday friday weekend today tomorrow yesterday now soon time times moment minute minutes chance opportunity see seen saw look looked looking read reading get got getting receive received reach reaching hear heard hearing know let letting think thought thoughts wonder wondering wanted want like love make sure check checking follow following bump nudge ping touch base circle circling loop email emails mail mails message messages note letter inbox thread proposal offer pitch demo call meeting product service platform solution tool previous last earlier below above top first second third attached reply replied replying respond response answer question questions feedback update updates news interest interested busy sorry bother disturb worry missed miss lost buried case thank thanks please kindly regards best cheers hi hello dear hey forward send sent sending wrote write writing written im ive id dont didnt havent hasnt youve youre youd ill its lets possible possibly perhaps maybe further move moving next step steps sense right wrong person re regarding concerning happy free feel start end open available availability chat talk speak connect discuss discussed ' +
    'yo tu el ella nosotros vosotros ellos usted ustedes me te se nos os le les lo la los las un una unos unas mi mis tus su sus nuestro nuestra nuestros nuestras este esta esto ese esa eso aquel y o u e ni pero si no ya aun todavia tambien muy mas menos bien mal todo toda todos todas algo nada alguna alguno algun ningun que como cuando donde quien cual por para con sin de del al a en sobre desde hasta entre ante es son era fue ser estar esta estas estoy espero esperando ha has he han hemos habeis haya hay habia podido poder puedo puedes puede podria pudiste pudo visto ver viste vio mirar leer leido leiste echar echarle echarlo verlo leerlo vistazo ojo revisar valorar recibir recibido recibiste llegado llego llegar tener tienes tiene tuviste tuvo tenido tiempo rato ocasion oportunidad saber queria quisiera quiero queriamos solo solamente simplemente paso pasaba pasar escribo escribia escribir escribi envie enviado mande mandado mandar correo correos mail email mensaje mensajes nota hilo propuesta oferta demo llamada reunion producto servicio plataforma solucion herramienta anterior ultimo ultima pasado pasada dia dias semana semanas mes hoy ayer manana lunes martes miercoles jueves viernes nuevo novedad novedades noticias respuesta responder contestar contestacion opinion comentarios duda dudas pregunta preguntas preguntar recordar recordarte recordatorio seguimiento retomo retomar subo reenvio insisto bandeja entrada spam perdido quedo espera pendiente atento atenta gracias saludos saludo favor disculpa disculpe perdona perdon molestia molestar molesto interes interesa interesado interesada hablar charlar avisame dime cuentame hola estimado estimada ir vaya va genial bueno buena buenos buenas hacer hago dar doy arriba abajo adjunto parece parecido pensar piensas ' +
    'eu voce meu minha seu sua uma um os as ao aos da do das dos na em nao sim mas ja ainda bem tudo esteja esta estou para por com sobre se que so apenas passando passar passo conseguiu ver ler teve tempo viu recebeu leu enviei mensagem proposta resposta novidade novidades obrigado obrigada retorno aguardo je tu il vous nous mon ma mes votre vos ton ta tes le la les un une des du de au aux et ou mais si ne pas que qui pour par avec sur dans est suis etes avez avoir eu ete vu lu recu pu temps permets permettre reviens revenir vers relancer relance relance sujet precedent dernier message courriel proposition reponse nouvelles merci bonjour petit rappel prendre connaissance voulais savoir ich du sie er wir ihr mir mich dir dich ihnen uns mein meine meiner meinen ihre ihren ihr der die das den dem des ein eine einen einem und oder aber ob wenn dass zu zum zur von vom mit auf an in im fur uber nur mal noch nochmal kurz schon bereits haben hatte hatten hast habe konnten konntest zeit gelegenheit gesehen gelesen erhalten angesehen anzusehen anschauen nachfragen nachhaken nachricht mail angebot anfrage letzte letzten ruckmeldung antwort neuigkeiten danke melden wollte hallo io lei mio mia suo sua il lo gli della dello del dei che chi per con su se non ma ho ha hai avuto modo potuto leggere vedere visto ricevuto volevo sapere chiedere mia proposta precedente ultima messaggio risposta novita grazie gentile promemoria solo semplicemente',
);

/** "Just checking in", "¿has podido ver mi mensaje?": where nothing else is said, it is no reason to write. */
export function checkingIn(
  draft: Draft,
  letter: Letter,
  how: Pick<Circumstances, 'purpose' | 'name'>,
): Finding[] {
  if (!begins(how)) return [];
  const places = [...inLetter(letter, how.name), ...inNewFact(draft.newFact)];
  return places.length > 0 ? [refused('checking_in', places)] : [];
}

const longest = 1_200;
const enough = 3;

function inLetter({ plain, prose, bodyFrom: from, signedFrom }: Letter, name: string): Place[] {
  if (signedFrom - from > longest) return [];
  const text = plain.slice(0, signedFrom);
  const found = [...text.slice(from).matchAll(checking)];
  if (found.length === 0) return [];
  const own = new Set(wordsOf(name).map(({ key }) => key));
  const told = wordsOf(prose, from, signedFrom).filter(({ key }) => saysSomething(key) && !own.has(key));
  if (told.length >= enough) return [];
  return found.map((one) => ({
    field: 'body',
    start: from + one.index,
    end: from + one.index + one[0].trimEnd().length,
  }));
}

function inNewFact(newFact: string | null): Place[] {
  if (!newFact || newFact.length > 500) return [];
  const said = checking.test(plainly(newFact));
  checking.lastIndex = 0;
  const told = wordsOf(newFact).filter(({ key }) => saysSomething(key)).length;
  return said && told < 2 ? [{ field: 'newFact', start: 0, end: newFact.length }] : [];
}

const saysSomething = (key: string) => key.length > 1 && !nothingNew.has(key);
