/** Words that exports write together: `emailoptout`, `isunsubscribed`, `hashardbounced`. */
const parts = `
  unsubscribed unsubscribe unsub optedout optout opted out opt optedin optin subscribed hard bounced bounce blacklisted
  blocklisted suppressed donot do not contact email mail sms fax call phone global has is from of all at on date time
  reason accepts marketing consent hs person emails status subscription subscriber lead member address invalid bad enum
  soft bulk disturb list reported spam marked state`
  .trim()
  .split(/\s+/)
  .sort((one, other) => other.length - one.length);

const longestSegmented = 40;

/** Written apart, as they stand in the lists of phrases. */
const apart: Readonly<Record<string, readonly string[]>> = {
  optedout: ['opted', 'out'],
  optout: ['opt', 'out'],
  optedin: ['opted', 'in'],
  optin: ['opt', 'in'],
  donot: ['do', 'not'],
};

function split(word: string): readonly string[] | undefined {
  if (word === '') return [];
  for (const part of parts) {
    if (!word.startsWith(part)) continue;
    const rest = split(word.slice(part.length));
    if (rest) return [...(apart[part] ?? [part]), ...rest];
  }
  return undefined;
}

/** The words of a word, where it is made of those of permissions throughout; else the word itself. */
export function segmented(word: string): readonly string[] {
  return word.length > longestSegmented ? [word] : (split(word) ?? [word]);
}
