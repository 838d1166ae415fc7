import { invalidInput, leadFields } from '@leadterra/shared';
import { defineCreate } from 'zapier-platform-core';
import * as z from 'zod/mini';

import { campaign, campaignField } from '../fields/campaign';
import { customFields, customFieldsField } from '../fields/custom-fields';
import {
  customFieldNames,
  customFieldNamesField,
  customFieldsOf,
  lineItemsField,
  readLineItems,
} from '../fields/line-items';
import { testStepNotice } from '../fields/notice';
import { placeholderFields, placeholderInput } from '../fields/placeholders';
import { anyInput, parseInput } from '../input';
import { enrollMany } from '../leads/enroll-many';
import { shownLead } from '../output';
import { withLeadterra } from '../perform';
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
      const items = readLineItems(given).map((item) => {
        const own = customFieldsOf(item, input.customFieldNames);
        return { ...item, customFields: { ...input.customFields, ...own } };
      });
      if (items.length === 0) {
        const advice = 'Map Email to the addresses of a step that gives line items or a list.';
        throw invalidInput('There are no leads.', advice);
      }
      return await enrollMany({ client, deadline }, items, input);
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
