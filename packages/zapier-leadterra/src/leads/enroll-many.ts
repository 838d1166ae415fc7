import {
  enrollEntries,
  type EnrollmentTotals,
  type LeadterraClient,
  LeadterraError,
  type SettledLead,
  withGivenFields,
} from '@leadterra/shared';

import { type PersonInput } from '../fields/lead';
import { type PlaceholderInput } from '../fields/placeholders';
import { whyNotEnrolled } from '../outcomes';
import { shownLead } from '../output';
import { sentences } from '../sentences';
import { entryFor, type Person, personIn } from './person';

type Item = PersonInput & { customFields: Record<string, string> };
type EnrollManyInput = PlaceholderInput & { campaign: string };
type Context = { client: LeadterraClient; deadline: number };

/**
 * Enrolls a person for each line item, and gives what became of every one.
 * @throws LeadterraError when leads remain that were not sent or failed, with the account of them: Zapier repeats a step
 * only if it fails
 */
export async function enrollMany({ client, deadline }: Context, items: Item[], input: EnrollManyInput) {
  const people = items.map(readPerson);
  const { campaign: campaignId, placeholders: tokens, whenMissing } = input;
  const { settled, totals, oddities } = await enrollEntries(client, {
    campaignId,
    entries: people.map(entryFor),
    deadline,
    copy: { tokens, whenMissing },
  });
  const leads = people.map((person, index) => shownRow(person, index, settled[index]));
  const missing = leads.filter(({ reason }) => reason !== null);
  const { failed, notSent, created = null, updated = null, ...counts } = totals;
  if (failed + notSent > 0) throw leadsLeft(settled, totals, missing);
  return {
    id: campaignId,
    ...{ input: people.length, enrolled: counts.enrolled, created, updated },
    ...{ leftOut: counts.leftOut, unconfirmed: counts.unconfirmed, duplicate: counts.duplicate },
    ...{ incomplete: counts.incomplete, optedOut: counts.optedOut },
    ...{ rejected: counts.rejected, invalid: counts.invalid },
    leads,
    notEnrolled: missing.map(({ row, email, status, reason }) => ({ row, email, status, reason })),
    notes: [sentences(people.flatMap(({ warnings }) => warnings)), ...oddities].join(' ').trim(),
  };
}

/** The person of a line item. One without a usable address keeps what it has, so that it is reported. */
function readPerson({ customFields, ...item }: Item): Person {
  const { email = '', firstName, lastName, fullName, company, jobTitle, optedOut } = item;
  const record = { email, firstName, lastName, fullName, company, jobTitle, optedOut };
  const found = personIn(record, { source: 'spreadsheet' });
  const person =
    'lead' in found ? found : { lead: { email, firstName, lastName, company, jobTitle }, warnings: [] };
  return { ...person, lead: withGivenFields(person.lead, { customFields }) };
}

/** A row as it was sent, or was not, and what became of it. Rows count from 1, as people do. */
function shownRow({ lead, warnings }: Person, index: number, settled: SettledLead | undefined) {
  const { outcome, lead: sent = lead } = settled ?? {};
  return {
    row: index + 1,
    status: outcome?.status ?? '',
    verdict: (outcome?.status === 'enrolled' && outcome.verdict) || null,
    reason: (outcome && whyNotEnrolled(outcome)) ?? null,
    warnings: sentences(warnings),
    ...shownLead(sent),
  };
}

const mostNamed = 5;

/** Zapier repeats a step only if it fails; one that succeeds with leads missing would lose them. */
function leadsLeft(
  settled: SettledLead[],
  totals: EnrollmentTotals,
  missing: { email: string; status: string }[],
): LeadterraError {
  const left = missing.filter(({ status }) => status === 'failed' || status === 'not_sent');
  const named = left.slice(0, mostNamed).map(({ email }) => email);
  const names = left.length > mostNamed ? `${named.join(', ')} …` : named.join(', ');
  const advice = `${totals.enrolled} of ${totals.input} leads were enrolled, ${left.length} were not. Running this step again with all of them is safe. Not enrolled: ${names}.`;
  for (const { outcome } of settled) if (outcome.status === 'failed') return outcome.error.advising(advice);
  return new LeadterraError({
    kind: 'timeout',
    summary: 'The time for this step was over before all leads could be sent.',
    advice,
  });
}
