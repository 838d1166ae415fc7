import { type Lead } from '../lead';
import { type EnrollmentInput } from './input';
import { type CheckedLead, type LeadReader } from './lead-reader';
import { mergeLead } from './prepare-lead';
import { type Sender } from './sender';
import { type WaitingLead } from './waiting-lead';

/** Whether leads are there as a whole, and not read one by one. */
export function isList(leads: EnrollmentInput['leads']): leads is Lead[] {
  return Array.isArray(leads);
}

/** The first lead of an address, with what came later for the same. */
type Person = CheckedLead & { later?: CheckedLead[] };

/**
 * Looks through a list as a whole, so that each address is sent once, with all that is known of it. What is sent of a
 * lead is written when its turn comes, while Leadterra is at work.
 */
export async function readList(leads: Lead[], reader: LeadReader, sender: Sender): Promise<void> {
  const people = new Map<string, Person>();
  for (const given of leads) {
    const checked = reader.check(given);
    if (!checked) continue;
    const first = people.get(checked.email);
    if (first) {
      reader.settleDuplicate(checked, first.index);
      (first.later ??= []).push(checked);
    } else people.set(checked.email, checked);
  }
  if (reader.mustAllBeComplete)
    for (const person of people.values()) reader.fillsCopy(prepare(person, reader));

  let batch: WaitingLead[] = [];
  for (const person of people.values()) {
    const waiting = prepare(person, reader);
    if (!reader.fillsCopy(waiting)) continue;
    batch.push(waiting);
    if (batch.length < sender.limits.leads) continue;
    await sender.dispatch(batch);
    batch = [];
  }
  await sender.dispatch(batch);
  await sender.idle();
}

function prepare(person: Person, reader: LeadReader): WaitingLead {
  const waiting = reader.prepare(person);
  for (const one of person.later ?? []) mergeLead(waiting.lead, reader.prepare(one).lead);
  return waiting;
}
