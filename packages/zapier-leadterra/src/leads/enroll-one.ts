import {
  enrollEntries,
  invalidInput,
  type LeadterraClient,
  type MapLeadOptions,
  withGivenFields,
} from '@leadterra/shared';
import { type ZObject } from 'zapier-platform-core';

import { type EnrollOneInput } from '../creates/enroll-one';
import { halted } from '../errors';
import { whyNotEnrolled } from '../outcomes';
import { shownLead } from '../output';
import { sentences } from '../sentences';
import { entryFor, type Person, personIn } from './person';

/**
 * The person that a record holds.
 * @throws LeadterraError (`invalid_input`) when it holds none, with what to do about it
 */
export function readPerson(
  record: unknown,
  options: MapLeadOptions,
  advice: { email: string; record: string },
): Person {
  const found = personIn(record, options);
  if ('lead' in found) return found;
  const isAboutRecord = found.issues.some(({ code }) => code === 'many_records' || code === 'not_a_record');
  throw invalidInput(sentences(found.issues), isAboutRecord ? advice.record : advice.email);
}

type Context = { z: ZObject; client: LeadterraClient; deadline: number };

/**
 * Enrolls one person, and gives what became of that. Unless the user chose otherwise, a run ends where it is certain
 * that the lead is not enrolled: the next step would write down that it is.
 */
export async function enrollOne(context: Context, person: Person, input: EnrollOneInput) {
  const lead = withGivenFields(person.lead, { customFields: input.customFields });
  const { status, isEnrolled, remarks, sent = lead } = await settle(context, { ...person, lead }, input);
  if (!isEnrolled && input.ifNotEnrolled === 'halt') {
    const what = `${lead.email} in campaign "${input.campaign}"`;
    throw halted(context.z, `Could not enroll ${what}: ${remarks.join(' ')}`);
  }
  return {
    id: sent.email,
    status,
    campaignId: input.campaign,
    ...shownLead(sent),
    notes: [...remarks, sentences(person.warnings)].join(' ').trim(),
  };
}

/** What became of the person, and what was sent; an error where the first is not known. */
async function settle({ client, deadline }: Context, person: Person, input: EnrollOneInput) {
  const { campaign: campaignId, placeholders: tokens, whenMissing } = input;
  const copy = { tokens, whenMissing };
  const entries = [entryFor(person)];
  const { settled, oddities } = await enrollEntries(client, { campaignId, entries, deadline, copy });
  const { outcome, lead: sent } = settled[0] ?? { outcome: { status: 'not_sent', reason: 'aborted' } };
  if (outcome.status === 'failed') throw outcome.error;
  const remarks = [whyNotEnrolled(outcome) ?? [], oddities].flat();
  if (outcome.status === 'enrolled')
    return { status: outcome.verdict ?? outcome.status, isEnrolled: true, remarks, sent };
  return { status: outcome.status, isEnrolled: outcome.status === 'unconfirmed', remarks, sent };
}
