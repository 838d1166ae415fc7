import { lazily } from '../../lazily';
import { phraseSet } from './vocabulary';

/** Whose a column is: the lead's by name (`Invitee Email`), nobody's in particular (`Email`), a user's, or another's. */
export type Whose = 'lead' | 'bare' | 'user';

const users: ReadonlySet<string> = new Set(['user', 'users']);
const longestPhrase = 3;

/** In scripts without blanks a word may stand inside another. */
const unspaced = lazily(() => /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Hangul}]/u);

/** The words without the phrases of a list; the same list when none of them stands there. */
export function without(words: readonly string[], phrases: ReadonlySet<string>): readonly string[] {
  const kept: string[] = [];
  let next = 0;
  for (const [from, word] of words.entries()) {
    if (from < next) continue;
    let length = longestPhrase;
    while (length > 0 && !phrases.has(words.slice(from, from + length).join(' '))) length--;
    if (length === 0) kept.push(unspaced().test(word) ? withoutInside(word, phrases) : word);
    next = from + length;
  }
  return kept.join(' ') === words.join(' ') ? words : kept;
}

function withoutInside(word: string, phrases: ReadonlySet<string>): string {
  let rest = word;
  for (const phrase of phrases) if (unspaced().test(phrase)) rest = rest.replace(phrase, '');
  return rest;
}

/** Whether words speak of somebody who is never the lead: an owner, a host, an assistant. */
export function isOfOthers(words: readonly string[]): boolean {
  return without(words, phraseSet('others')) !== words;
}

/** The words without those that say whose they are, and whose that is. */
export function subjectOf(words: readonly string[]): { whose: Whose; rest: readonly string[] } {
  const rest = without(words, phraseSet('people'));
  if (rest !== words) return { whose: 'lead', rest: without(rest, users) };
  const withoutUser = without(words, users);
  return withoutUser === words ? { whose: 'bare', rest: words } : { whose: 'user', rest: withoutUser };
}
