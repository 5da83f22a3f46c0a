// Names that are one person's, each line one family; the first ones are what stands in a passport.
const families = `alexander alejandro alexandre alex sandro sasha ale xander lex
alexandra alejandra alex sandra sasha ale lexi
alberto albert beto bert al
ana anita ani
andrew andres andy drew
andrea andy
anthony antonio antoine tony toni tono antxon
barbara barb babs
benjamin benny ben benja
catherine katherine catalina kate katie kathy cathy kat cata kitty catarina
charles carlos chuck charlie carlitos charly
christopher cristobal chris kit tobal
christine cristina cris chris tina christina
concepcion concha conchita conchi
daniel danny dan dani
daniela danny dani
david dave davy
dolores lola loli
edward eduardo ed eddie ted edu lalo teddy ned
elizabeth isabel elisabeth liz beth lizzie betty eliza lisa isa bella
enrique henry quique kike hank harry henrik
ernesto neto
federico frederick fred freddy fede fritz
fernando fer nando
fernanda fer
francisco paco pancho kiko curro fran francis frank franz cisco
francisca paca paqui fran
gabriel gabi gaby gabe
gabriela gabi gaby
gerardo gerard gerry jerry lalo
gloria glo
gregory gregorio greg goyo
guadalupe lupe lupita
guillermo william memo guille bill billy will liam willy
ignacio nacho inaki
james jaime jim jimmy jamie
javier javi xavi xavier
jennifer jen jenny
jesus chus chuy suso
john juan jack johnny juanito jon
johannes johan hans jan
jonathan jonatan jon jonny johnny nathan
joseph jose josef joe pepe joey sepp josep peppe beppe giuseppe zeca
josefa pepa fina pepita josefina
lawrence laurence lorenzo larry loren
leonardo leo lenny leonard
luis lucho luisito
louis lou louie
magdalena magda lena malena
manuel manolo manu lolo manel
manuela manu manoli
margaret margarita maggie peggy meg marga rita greta
maria mari maruja marisa mary maite ma
mercedes merche
michael miguel mike micky mick michi mikel
miriam miri
montserrat montse
natalia natalie nat nata
nicholas nicolas nick nico nicky klaus
nicole nicky nico
olivia liv ollie
oliver ollie
pamela pam
patricia pat patty patri trish
patrick patricio pat paddy
paula pau pauli
paul pablo pau
pedro peter perico pete piet
philip felipe phil pipe
pilar pili
rafael rafa ralph rafi
ramon moncho
raymond ray raimundo
rebecca becky bec rebeca becca
richard ricardo rick dick ricky rich richie
robert roberto bob rob bobby robbie beto berto
rodrigo rodri
ronald ron ronnie
rosario charo
samuel sam sammy
samantha sam sammy
santiago santi yago chago diego tiago jacobo
sebastian seb seba bastian basti
sergio sergi
sofia sophie sofi
soledad sole
stephen steven esteban steve stefan stephan stefano stevie
susan susana sue susie susi susannah suzanne
teresa theresa tere terry tess maite
theodore teodoro ted teddy theo teo
thomas tomas tom tommy
timothy timoteo tim timmy
valentina valentin vale val
vicente vincent vince vicent chente
victoria vicky vick tori
victor vic
walter walt wally
xoan xose
yolanda yoli`;

const familiesOf = new Map<string, number[]>();
for (const [at, line] of families.split('\n').entries())
  for (const name of line.split(' ')) familiesOf.set(name, [...(familiesOf.get(name) ?? []), at]);

/** Whether one may call somebody `said` whose name is `name`: Tom for Thomas, Paco for Francisco, Gabi for Gabriela. */
export function isShortFor(said: string, name: string): boolean {
  const known = familiesOf.get(said);
  if (known && familiesOf.get(name)?.some((family) => known.includes(family))) return true;
  if (said.length < 2) return said === name.charAt(0);
  // "Santi", "Rafa", "Alex": the beginning of a longer name. "Daniel" is not "Daniela".
  if (said.length >= 3 && said.length <= name.length - 2 && name.startsWith(said)) return true;
  const [, doubled, , stem, long] = endearing.exec(said) ?? [];
  const begun = doubled ?? stem ?? long;
  return begun !== undefined && said.length <= name.length + 3 && name.startsWith(begun) && name !== begun;
}

// "Jenny", "Gabi", "Anita", "Gretchen".
const endearing = /^(\p{L}{2,}(\p{L}))\2(?:y|ie|i)$|^(\p{L}{3,})(?:y|i|ito|ita)$|^(\p{L}{4,})(?:ie|chen)$/u;
