import {
  enrollEntries,
  type EnrollmentTotals,
  invalidInput,
  leadFields,
  LeadterraError,
  type SettledLead,
  withGivenFields,
} from '@leadterra/shared';
import { defineCreate } from 'zapier-platform-core';
import * as z from 'zod/mini';

import { campaign, campaignField } from '../fields/campaign';
import { customFields, customFieldsField } from '../fields/custom-fields';
import {
  customFieldNames,
  customFieldNamesField,
  customFieldsOf,
  type LineItem,
  lineItemsField,
  readLineItems,
} from '../fields/line-items';
import { testStepNotice } from '../fields/notice';
import { placeholderFields, placeholderInput } from '../fields/placeholders';
import { anyInput, parseInput } from '../input';
import { whyNotEnrolled } from '../outcomes';
import { withLeadterra } from '../perform';
import { entryFor, type Person, personIn, sentences, shownLead } from '../person';
import { enrolledLead } from './enroll-one';

const otherInput = z.object({ campaign, customFieldNames, customFields, ...placeholderInput });

export const enrollLeads = defineCreate({
  key: 'enroll_leads',
  noun: 'Lead',
  display: {
    label: 'Enroll Leads',
    description: 'Enrolls the people of a whole list in a campaign, in as few requests as possible.',
  },
  operation: {
    inputFields: [
      testStepNotice,
      campaignField,
      lineItemsField,
      customFieldNamesField,
      {
        ...customFieldsField,
        label: 'Custom Fields for All',
        helpText: `The same for every lead. ${customFieldsField.helpText}`,
      },
      ...placeholderFields,
    ],
    perform: withLeadterra(anyInput, async ({ client, input: given, deadline }) => {
      const input = parseInput(otherInput, given);
      const people = readLineItems(given).map((item) => {
        const own = customFieldsOf(item, input.customFieldNames);
        return readPerson(item, { ...input.customFields, ...own });
      });
      if (people.length === 0) {
        const advice = 'Map Email to the addresses of a step that gives line items or a list.';
        throw invalidInput('There are no leads.', advice);
      }
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
    }),
    sample: {
      id: 'camp_01HZA1TPNQ8RD4KF',
      input: 3,
      enrolled: 2,
      created: 1,
      updated: 1,
      leftOut: 0,
      unconfirmed: 0,
      duplicate: 0,
      incomplete: 0,
      optedOut: 0,
      rejected: 0,
      invalid: 1,
      leads: [
        {
          row: 1,
          status: 'enrolled',
          verdict: 'created',
          reason: '',
          warnings: '',
          ...shownLead(enrolledLead.sample),
        },
      ],
      notEnrolled: [
        { row: 3, email: 'ben@example', status: 'invalid', reason: '"ben@example" is not an email address.' },
      ],
      notes: '',
    },
    outputFields: [
      { key: 'id', label: 'Campaign ID' },
      { key: 'input', label: 'Leads Given', type: 'integer' },
      { key: 'enrolled', label: 'Enrolled', type: 'integer' },
      { key: 'created', label: 'New', type: 'integer' },
      { key: 'updated', label: 'Updated', type: 'integer' },
      { key: 'leftOut', label: 'Left Out as Suppressed', type: 'integer' },
      { key: 'unconfirmed', label: 'Unconfirmed', type: 'integer' },
      { key: 'duplicate', label: 'Duplicates', type: 'integer' },
      { key: 'incomplete', label: 'Left Out as Incomplete', type: 'integer' },
      { key: 'optedOut', label: 'Opted Out', type: 'integer' },
      { key: 'rejected', label: 'Refused by Leadterra', type: 'integer' },
      { key: 'invalid', label: 'Invalid', type: 'integer' },
      { key: 'leads[]row', label: 'Row', type: 'integer' },
      { key: 'leads[]status', label: 'Row Status' },
      { key: 'leads[]verdict', label: 'Row Verdict' },
      { key: 'leads[]reason', label: 'Row Reason' },
      { key: 'leads[]warnings', label: 'Row Warnings' },
      ...leadFields.map(({ key, label }) => ({ key: `leads[]${key}`, label: `Row ${label}` })),
      { key: 'notEnrolled[]row', label: 'Not Enrolled Row', type: 'integer' },
      { key: 'notEnrolled[]email', label: 'Not Enrolled Email' },
      { key: 'notEnrolled[]status', label: 'Not Enrolled Status' },
      { key: 'notEnrolled[]reason', label: 'Not Enrolled Reason' },
      { key: 'notes', label: 'Notes' },
    ],
  },
});

/** The person of a line item. One without a usable address keeps what it has, so that it is reported. */
function readPerson(item: LineItem, customFields: Record<string, string>): Person {
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
