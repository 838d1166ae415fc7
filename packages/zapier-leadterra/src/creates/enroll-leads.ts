import { enrollLeads as enroll, invalidInput } from '@leadterra/shared';
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
          'Map E-mail Address from a step that gives line items, or a list with commas.',
        );
      }
      const copy = { tokens, whenMissing };
      const { outcomes, totals, oddities } = await enroll(client, { campaignId, leads, deadline, copy });
      for (const outcome of outcomes) {
        // Zapier runs a throttled step again later, which is safe; other failures are told beside what went well.
        const runAgain = outcome.status === 'failed' && outcome.error.kind === 'rate_limited';
        if (outcome.status === 'failed' && (runAgain || totals.accepted === 0)) throw outcome.error;
      }
      return {
        id: campaignId,
        ...totals,
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
      accepted: 2,
      created: 1,
      updated: 1,
      skipped: 0,
      unaccounted: 0,
      duplicate: 0,
      rejected: 0,
      invalid: 1,
      failed: 0,
      notSent: 0,
      notEnrolled: [
        { email: 'ben@example', status: 'invalid', reason: '"ben@example" is not an e-mail address.' },
      ],
      notes: '',
    },
    outputFields: [
      { key: 'id', label: 'Campaign ID' },
      { key: 'input', label: 'Leads Given', type: 'integer' },
      { key: 'accepted', label: 'Accepted', type: 'integer' },
      { key: 'created', label: 'New', type: 'integer' },
      { key: 'updated', label: 'Updated', type: 'integer' },
      { key: 'skipped', label: 'Suppressed', type: 'integer' },
      { key: 'unaccounted', label: 'Accepted Without a Verdict', type: 'integer' },
      { key: 'duplicate', label: 'Duplicates', type: 'integer' },
      { key: 'rejected', label: 'Refused by Leadterra', type: 'integer' },
      { key: 'invalid', label: 'Invalid or Left Out', type: 'integer' },
      { key: 'failed', label: 'Failed', type: 'integer' },
      { key: 'notSent', label: 'Not Sent', type: 'integer' },
      { key: 'notEnrolled[]email', label: 'Not Enrolled E-mail Address' },
      { key: 'notEnrolled[]status', label: 'Not Enrolled Status' },
      { key: 'notEnrolled[]reason', label: 'Not Enrolled Reason' },
      { key: 'notes', label: 'Notes' },
    ],
  },
});
