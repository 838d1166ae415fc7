import { WordFilter, wordsIn } from './word-filter';

// Given names that are common somewhere, in lower case and without accents. They tell `Jane Doe, Acme` from
// `García Márquez, Gabriel`, and `DOE Jane` from `Jane DOE`; a name that is not here is read by its place alone.
// Written from the language; kept short, for it ships inside both hosts.
const names = `
  aaron abdul abdullah abigail adam adel adele adrian adriana agata agnes agnieszka ahmed aidan aisha aiko akira alain alan
  albert alberto alejandra alejandro aleksander aleksandra alena alessandra alessandro alex alexander alexandra alexandre
  alexis alfred alfredo ali alice alicia alina alison allison alma alva alvaro amanda amber amelia amelie amina amir amit amy ana
  anastasia anders andre andrea andreas andrei andrej andres andrew andrzej angel angela angelika angelo anil anita anja
  ann anna anne annette annika anthony antoine anton antonia antonio anya arjun arne arthur artur arturo asa ashley astrid
  ava axel ayse barbara bart bartosz beata beatrice beatriz ben benedikt benjamin bernard bernd bernhard beth bettina bianca
  bill birgit bjorn bob bogdan boris brad brandon brenda brian bridget brigitte britta bruce bruno camila camille carina
  carl carla carlo carlos carmen carol carolina caroline carolyn carsten catarina catherine cathy cecilia cedric chantal
  charles charlotte chen chiara chloe chris christa christian christiane christina christine christoph christopher claire
  clara claude claudia claudio claus clemens colin connor cornelia corinna cristian cristina cynthia dagmar daisuke damian
  dan dana daniel daniela daniele danielle danny dariusz dave david dawn dean debbie deborah deepak dennis derek diana diane
  diego dieter dietmar dimitri dirk dmitri dmitry dolores dominic dominik dominique don donald donna dorota dorothea douglas
  dylan edgar edith eduardo edward edwin eileen elaine eleanor elena eleni elin elisa elisabeth elise elizabeth elke ella ellen
  elsa emil emile emilia emilie emily emma emmanuel enrico enrique eric erica erik erika ernst esra esteban esther ethan eugene
  eva eve evelyn ewa fabian fabio fabrice fatima fatma federica federico felix ferdinand fernanda fernando filip finn fiona
  florian frances francesca francesco francis francisco franck francois francoise frank franz fred frederic frederik fritz
  gabriel gabriela gabriele gabrielle gareth gary gaston gemma genevieve geoffrey george georg georgia gerald gerard gerd
  gerhard german gilles gina giorgio giovanna giovanni giulia giuseppe gloria gordon grace graham greg gregor gregory grzegorz
  guido guillaume gunther gustav gustavo hana hannah hanna hannes hans harald harold harry hassan hector heidi heike heinrich
  heinz helen helena helene helga helmut henri henrik henry herbert hermann hiroshi holger hugo hussein ian ibrahim ida
  ignacio igor ilona ilse imran ines inga inge ingrid irena irene irina irma isaac isabel isabella isabelle ivan ivana ivo
  jack jackie jacob jacqueline jacques jakob jakub james jamie jan jana jane janet janina janine janis jasmin jason javier jean
  jeanette jeff jeffrey jelena jennifer jenny jens jeremy jerome jesper jesse jessica jessie jesus jill jim joachim joan joana joanna
  joao joe joel joerg johan johann johanna johannes john johnny jon jonas jonathan jorg jorge jose josef josefine joseph
  josephine joshua joyce juan juana judith judy julia julian juliana julie julien juliette julio jurgen justin justyna jutta kai
  kamil karen karin karina karl karla karolina karsten kasper katarina katarzyna kate katharina katherine kathleen kathrin
  kathryn kathy katja katrin kay keiko keith kelly ken kenji kenneth kerstin kevin khalid kim kirsten kirsty klaus knut konrad
  kristen kristian kristin kristina kristof krzysztof kurt kyle lars laszlo laura lauren laurence laurent lea leah lee leila lena
  leo leon leonard leonardo leonie leslie liam lidia lilian liliana lilly lina linda lindsay lisa liz lorena lorenzo louis louise
  luca lucas lucia lucie lucy ludwig luigi luis luisa lukas lukasz luke luz lydia lynn maciej madeleine magdalena magnus mahmoud
  maja malgorzata manfred manuel manuela marc marcel marcela marcello marcin marco marcos marcus marek margaret margarita
  margit margot maria marian mariana marianne marie marietta marija marina mario marion marius mariusz marjorie mark marko
  markus marta martha martin martina mary massimo mateo mateusz matias mats matt matteo matthew matthias maurice mauricio
  mauro max maxim maxime maximilian maya megan mehdi mehmet melanie melissa mercedes merle mia michael michaela michal michel
  michele michelle miguel mika mike mikael mikhail mila milan milena mina miriam mirjam mirko mohamed mohammad mohammed mohit
  moira molly monica monika monique morgan moritz morten moses muhammad murat mustafa myriam nadia nadine nancy naomi natalia
  natalie natasha nathalie nathan neha neil nele nelson nicholas nick nico nicola nicolas nicole niels nigel nikita niklas niko
  nikola nikolai nina noah noel noemi nora norbert norma norman oksana ola olaf ole oleg olena olga oliver olivia olivier omar
  orlando oscar oskar osman otto owen pablo pamela paola paolo pascal patrice patricia patrick patrizia patryk paul paula paulina
  paulo pavel pawel pedro peggy penny per pete peter petr petra phil philip philipp philippe phillip pia pierre pietro pilar piotr
  priya rachel radek rafael rahul rainer raj rajesh ralf ralph ramon randy raphael raquel raul raymond rebecca regina reinhard
  remy renata renate rene ricardo riccardo richard rick rita robert roberta roberto robin rodrigo roger roland rolf roman romain ron
  ronald rosa rosalia rose rosemary ross roy ruben rudolf rui ruth ryan sabine sabrina sally salma sam samantha samir samuel
  sandra sandrine sandy sanjay santiago sara sarah sascha scott sean sebastian serena serge sergei sergey sergio shannon sharon
  shawn sheila shirley silke silvia simon simona simone sofia sofie solomon sonia sonja sophia sophie stacy stanislav stefan
  stefania stefanie stefano steffen stella stephan stephane stephanie stephen steve steven stuart sue sunil susan susana susanne
  suzanne sven svetlana sylvia sylvie sylwia takashi tamara tanja tania tara tatiana tatjana ted teresa terry tess tessa thea theo
  theodor theresa therese thierry thomas thorsten tiffany till tim timo timothy tina tobias toby todd tom tomas tomasz toni tony
  torsten tracy tristan udo ulrich ulrike ursula uta ute uwe vadim valentin valentina valerie vanessa vera veronica veronika
  veronique vicky victor victoria viktor viktoria vincent vincenzo violet virginia vivian vladimir volker waldemar walter wanda
  wayne wei wendy werner wiktor wilhelm will willem william wojciech wolfgang xavier yan yannick yasmin ying yoko yolanda youssef
  yuki yulia yuri yves yvette yvonne zoe zofia zuzana`;

const known = new WordFilter(() => wordsIn(names));

/** Whether a word is a given name that is common somewhere. Of a double name the first half counts. */
export function isGivenName(word: string): boolean {
  return known.has(
    word
      .replace(/-.*/, '')
      .toLowerCase()
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .replace(/ł/g, 'l')
      .replace(/ø/g, 'o'),
  );
}
