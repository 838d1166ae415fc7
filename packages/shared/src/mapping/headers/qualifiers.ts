import { type NamedField } from './vocabulary';
import { wordSet } from './words';

/** What stands beside the word for an address: less is better, and nothing says nothing. */
const addressRanks: readonly { rank: number; words: ReadonlySet<string> }[] = [
  {
    rank: 100,
    words: wordSet(`
      work business professional office corporate primary main preferred best recommended verified valid validated final
      direct enriched found official confirmed beruflich berufliche geschaftlich geschaftliche dienstlich dienstliche
      professionnel professionnelle pro profesional laboral trabajo profissional lavoro zakelijk zakelijke werk
      sluzbowy pracovni pracovny munkahelyi kantoor tyo arbete arbeid arbejde is kurumsal rabochaya robocha`),
  },
  {
    rank: 0,
    words: wordSet('current new original raw clean cleaned lower normalized formatted full address lookup'),
  },
  {
    rank: 300,
    words: wordSet(
      'company organization organisation account general firm firmen aziendale corporativo entreprise',
    ),
  },
  {
    rank: 500,
    words: wordSet(`
      personal private home secondary second alternate alternative alt other additional backup extra school mobile gmail
      privat prive privado privada personale personlig perso particulier`),
  },
];

const mainly = wordSet(`
  primary main preferred current latest official normalized cleaned clean work linkedin enriched legal recent person
  professional full facebook short`);

/** The words of a header without those that only qualify the field, and the rank that they give it. */
export function withoutQualifiers(
  words: readonly string[],
  field: NamedField | undefined,
): { rest: readonly string[]; rank: number } {
  if (field !== 'email') return { rest: words.filter((word) => !mainly.has(word)), rank: 250 };
  let rank = 0;
  const rest = words.filter((word) => {
    const found = addressRanks.find((one) => one.words.has(word));
    rank = Math.max(rank, found?.rank ?? 0);
    return !found;
  });
  return { rest, rank: rank || 200 };
}
