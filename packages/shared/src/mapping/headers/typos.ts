import { isOneSlip } from './slip';
import { type Term, terms } from './vocabulary';

/** Shorter words have too many neighbours that mean something. */
const shortest: Readonly<Partial<Record<Term['field'], number>>> = {
  email: 5,
  firstName: 7,
  lastName: 7,
  fullName: 8,
  company: 7,
  jobTitle: 7,
};
/** Words that are one letter away from a header and are no slip. */
const noSlip: ReadonlySet<string> = new Set(
  'contract contracts contacts listname filename username country county location male retail detail'.split(
    ' ',
  ),
);

/** The only field that a squashed header is one slip away from; undefined when there is none, or more than one. */
export function termBySlip(squashed: string): Term | undefined {
  if (noSlip.has(squashed)) return undefined;
  let found: Term | undefined;
  for (const [phrase, term] of terms()) {
    if (phrase.length < (shortest[term.field] ?? Infinity) || phrase[0] !== squashed[0]) continue;
    if (!isOneSlip(phrase, squashed)) continue;
    if (found && found.field !== term.field) return undefined;
    found = term;
  }
  return found;
}
