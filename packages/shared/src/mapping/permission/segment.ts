import { wordSet } from '../headers/words';

/** Words that exports write together: `emailoptout`, `isunsubscribed`, `hashardbounced`. */
const parts = wordSet(`
  unsubscribed unsubscribe unsub opted out opt in subscribed hard bounced bounce blacklisted blocklisted suppressed do
  not contact email mail sms fax call phone global has is from of all at on date time reason accepts marketing consent hs
  person emails status subscription subscriber lead member address invalid bad enum soft bulk disturb list reported spam
  marked state`);

/** Of two parts that a text begins with, one mostly leads nowhere: the work grows with its length, not faster. */
function split(word: string): readonly string[] | undefined {
  if (word === '') return [];
  for (const part of parts) {
    if (!word.startsWith(part)) continue;
    const rest = split(word.slice(part.length));
    if (rest) return [part, ...rest];
  }
  return undefined;
}

/** The words of a word, where it is made of those of permissions throughout; else the word itself. */
export const segmented = (word: string): readonly string[] => split(word) ?? [word];
