import {
  enrollLeads as enroll,
  type EnrollmentReport,
  invalidInput,
  LeadterraError,
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
import { type Person, personIn, sentences, sharingOptOuts } from '../person';

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
      const mailable: Person[] = [];
      const refused: NotEnrolled[] = [];
      for (const person of sharingOptOuts(people)) {
        const { lead, optedOut } = person;
        if (optedOut === undefined) mailable.push(person);
        else refused.push({ email: lead.email, status: 'opted_out', reason: optedOut });
      }
      const { campaign: campaignId, placeholders: tokens, whenMissing } = input;
      const leads = mailable.map(({ lead }) => lead);
      const copy = { tokens, whenMissing };
      const report = await enroll(client, { campaignId, leads, deadline, copy });
      const { failed, notSent, created = null, updated = null, ...counts } = report.totals;
      const missing = [...refused, ...notEnrolled(leads, report)];
      if (failed + notSent > 0) throw leadsLeft(report, missing);
      return {
        id: campaignId,
        ...{ input: people.length, enrolled: counts.enrolled, created, updated },
        ...{ leftOut: counts.leftOut, unconfirmed: counts.unconfirmed, duplicate: counts.duplicate },
        ...{ incomplete: counts.incomplete, optedOut: refused.length },
        ...{ rejected: counts.rejected, invalid: counts.invalid },
        notEnrolled: missing,
        notes: [sentences(people.flatMap(({ warnings }) => warnings)), ...report.oddities].join(' ').trim(),
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
      notEnrolled: [
        { email: 'ben@example', status: 'invalid', reason: '"ben@example" is not an email address.' },
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
  const person = 'lead' in found ? found : { lead: { email }, warnings: [] };
  return { ...person, lead: withGivenFields(person.lead, { customFields }) };
}

type NotEnrolled = { email: string; status: string; reason: string };

function notEnrolled(leads: { email: string }[], { outcomes }: EnrollmentReport): NotEnrolled[] {
  return leads.flatMap(({ email }, index) => {
    const outcome = outcomes[index];
    const reason = outcome && whyNotEnrolled(outcome);
    return reason === undefined ? [] : [{ email, status: outcome?.status ?? '', reason }];
  });
}

const mostNamed = 5;

/** Zapier repeats a step only if it fails; one that succeeds with leads missing would lose them. */
function leadsLeft({ outcomes, totals }: EnrollmentReport, missing: NotEnrolled[]): LeadterraError {
  const left = missing.filter(({ status }) => status === 'failed' || status === 'not_sent');
  const named = left.slice(0, mostNamed).map(({ email }) => email);
  const names = left.length > mostNamed ? `${named.join(', ')} …` : named.join(', ');
  const advice = `${totals.enrolled} of ${totals.input} leads were enrolled, ${left.length} were not. Running this step again with all of them is safe. Not enrolled: ${names}.`;
  const first = outcomes.find((outcome) => outcome.status === 'failed');
  if (first) return first.error.advising(advice);
  return new LeadterraError({
    kind: 'timeout',
    summary: 'The time for this step was over before all leads could be sent.',
    advice,
  });
}
