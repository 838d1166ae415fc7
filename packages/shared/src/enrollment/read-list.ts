import { type CheckedLead, type LeadReader } from './lead-reader';
import { mergeLead } from './prepare-lead';
import { type Parts } from './run';
import { type WaitingLead } from './waiting-lead';

/** The first lead of an address, with what came later for the same. */
type Person = CheckedLead & { later?: CheckedLead[] };

/**
 * Looks through a list as a whole, so that each address is sent once, with all that is known of it. What is sent of a
 * lead is written when its turn comes, while Leadterra is at work.
 */
export async function readList<Entry>(
  entries: Entry[],
  { reader, outbox, sender }: Parts<Entry>,
): Promise<void> {
  const people = new Map<string, Person>();
  for (const entry of entries) {
    const checked = reader.check(entry);
    if (!checked || 'optedOut' in checked) continue;
    const first = people.get(checked.email);
    if (first) {
      reader.settleDuplicate(checked, first.index);
      (first.later ??= []).push(checked);
    } else people.set(checked.email, checked);
  }
  if (reader.hasOptOuts)
    for (const [email, person] of people) if (!reader.isMailable(email, person)) people.delete(email);
  if (reader.mustAllBeComplete)
    for (const person of people.values()) reader.fillsCopy(prepare(person, reader));

  for (const person of people.values()) {
    const sending = outbox.add(prepare(person, reader));
    if (sending) await sending;
  }
  await outbox.flush();
  await sender.idle();
}

function prepare<Entry>(person: Person, reader: LeadReader<Entry>): WaitingLead {
  const waiting = reader.prepare(person);
  for (const one of person.later ?? []) mergeLead(waiting.lead, reader.prepare(one).lead);
  return waiting;
}
