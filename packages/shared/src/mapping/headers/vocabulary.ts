import { lazily } from '../../lazily';
import { languages } from '../languages';
import { type Language } from '../languages/language';
import { squash, wordsOf } from './words';

/** What makes a lead of a person, and what is read for it: a name may be of either kind. */
export const originFields = [
  'email',
  'firstName',
  'lastName',
  'fullName',
  'name',
  'company',
  'jobTitle',
] as const;

const namedFields = [...originFields, 'phone', 'linkedinUrl', 'website'] as const;

/** What a column can hold of a person. */
export type NamedField = (typeof namedFields)[number];

/**
 * A phrase that heads a column, and how many of its language are better ones for that field. An ambiguous one means this
 * only beside other columns of that language.
 */
export type Term = { field: NamedField; order: number; language: Language; isAmbiguous: boolean };

type WordList = 'noise' | 'people' | 'others' | 'no' | 'optOut' | 'optIn';

/** The phrases of a list of a language, each as its words. */
function phrasesOf(text: string | undefined): string[] {
  return text?.split(',') ?? [];
}

/** What each squashed phrase means, in the first language that knows it. */
export const terms: () => ReadonlyMap<string, Term> = lazily(buildTerms);

function buildTerms(): Map<string, Term> {
  const found = new Map<string, Term>();
  for (const language of languages) {
    for (const field of namedFields) {
      for (const [order, phrase] of phrasesOf(language[field]).entries()) {
        const isAmbiguous = phrase.includes('?');
        const squashed = squash(wordsOf(phrase));
        if (!found.has(squashed)) found.set(squashed, { field, order, language, isAmbiguous });
      }
    }
  }
  return found;
}

const lists = new Map<WordList, ReadonlySet<string>>();

/** All phrases of one kind, in every language, their words with one blank between. */
export function phraseSet(list: WordList): ReadonlySet<string> {
  const known = lists.get(list);
  if (known) return known;
  const built = new Set(
    languages.flatMap((language) => phrasesOf(language[list]).map((phrase) => wordsOf(phrase).join(' '))),
  );
  lists.set(list, built);
  return built;
}
