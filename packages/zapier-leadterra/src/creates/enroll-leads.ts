import {
  enrollLeads as enroll,
  type EnrollmentTotals,
  invalidInput,
  type LeadOutcome,
  LeadterraError,
} from '@leadterra/shared';
import { defineCreate } from 'zapier-platform-core';
import * as z from 'zod/mini';

import { campaign, campaignField } from '../fields/campaign';
import { customFields, customFieldsField } from '../fields/custom-fields';
import {
  customFieldNames,
  customFieldNamesField,
  leadOf,
  lineItem,
  lineItemFields,
  splitLineItem,
} from '../fields/line-items';
import { placeholderFields, placeholderInput } from '../fields/placeholders';
import { lineItems } from '../input';
import { whyNotEnrolled } from '../outcomes';
import { withLeadterra } from '../perform';

// Without line items in the step before, Zapier hands over the children at the top level and no parent.
const input = z.extend(lineItem, {
  campaign,
  leads: lineItems(lineItem),
  customFieldNames,
  customFields,
  ...placeholderInput,
});

export const enrollLeads = defineCreate({
  key: 'enroll_leads',
  noun: 'Leads',
  display: {
    label: 'Enroll Leads',
    description: 'Enrolls the people of a whole list in a campaign, in as few requests as possible.',
  },
  operation: {
    inputFields: [
      campaignField,
      { key: 'leads', label: 'Leads', children: lineItemFields },
      customFieldNamesField,
      {
        ...customFieldsField,
        label: 'Custom Fields for All',
        helpText: `The same for each lead. ${customFieldsField.helpText}`,
      },
      ...placeholderFields,
    ],
    perform: withLeadterra(input, async ({ client, input, deadline }) => {
      const { campaign: campaignId, leads: items, placeholders: tokens, whenMissing, ...rest } = input;
      const { customFieldNames: names, customFields, ...single } = rest;
      const leads = [...items, single]
        .flatMap(splitLineItem)
        .map((item) => leadOf(item, names, customFields));
      if (leads.length === 0) {
        throw invalidInput(
          'There are no leads.',
          'Map Email from a step that gives line items, or a list with commas.',
        );
      }
      const copy = { tokens, whenMissing };
      const { outcomes, totals, oddities } = await enroll(client, { campaignId, leads, deadline, copy });
      const { failed, notSent, ...counts } = totals;
      if (failed + notSent > 0) throw notAllEnrolled(outcomes, totals);
      return {
        id: campaignId,
        ...counts,
        notEnrolled: outcomes.flatMap((outcome, index) => {
          const reason = whyNotEnrolled(outcome);
          return reason === undefined ? [] : [{ email: leads[index]?.email, status: outcome.status, reason }];
        }),
        notes: oddities.join(' '),
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
      rejected: 0,
      invalid: 1,
      notEnrolled: [
        { email: 'ben@example', status: 'invalid', reason: '"ben@example" is not an e-mail address.' },
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
      { key: 'rejected', label: 'Refused by Leadterra', type: 'integer' },
      { key: 'invalid', label: 'Invalid', type: 'integer' },
      { key: 'notEnrolled[]email', label: 'Not Enrolled Email' },
      { key: 'notEnrolled[]status', label: 'Not Enrolled Status' },
      { key: 'notEnrolled[]reason', label: 'Not Enrolled Reason' },
      { key: 'notes', label: 'Notes' },
    ],
  },
});

/** Zapier repeats a step only if it fails; one that succeeds with leads missing would lose them. */
function notAllEnrolled(outcomes: LeadOutcome[], totals: EnrollmentTotals): LeadterraError {
  const { input, enrolled, failed, notSent } = totals;
  const account = `${enrolled} of ${input} leads were enrolled, ${failed + notSent} were not. Running this step again with all of them is safe.`;
  const first = outcomes.find((outcome) => outcome.status === 'failed');
  if (first) return first.error.advising(account);
  const summary = 'The time for this step was over before all leads could be sent.';
  return new LeadterraError({ kind: 'timeout', summary, advice: account });
}
