import { createCampaign, leadFields, perLeadField } from '@leadterra/shared';
import { defineSearch } from 'zapier-platform-core';
import * as z from 'zod/mini';

import { customFields, customFieldsField } from '../fields/custom-fields';
import { personFields, personInput } from '../fields/lead';
import { placeholderFields, placeholderInput } from '../fields/placeholders';
import { customFieldsFromRecord, recordField, recordInput, recordSourceField } from '../fields/record';
import { optionalText } from '../input';
import { previewOne } from '../leads/preview-one';
import { withLeadterra } from '../perform';
import { renderField } from '../render-field';
import { previewedLead } from './previewed-lead';

const { subject, bodyHtml } = createCampaign.steps.fields;

const input = z.object({
  ...personInput.shape,
  ...recordInput,
  customFields,
  ...placeholderInput,
  subject: optionalText,
  bodyHtml: optionalText,
});

export const previewLead = defineSearch({
  key: 'preview_lead',
  noun: 'Lead',
  display: {
    label: 'Preview Lead',
    description:
      'Finds what enrolling a person would do, and the email as the lead would get it; nothing is sent.',
  },
  operation: {
    inputFields: [
      ...personFields,
      { ...recordField, required: false, helpText: `In place of the fields above. ${recordField.helpText}` },
      recordSourceField,
      customFieldsFromRecord,
      customFieldsField,
      ...placeholderFields,
      { ...renderField('subject', subject), required: false },
      { ...renderField('bodyHtml', bodyHtml), required: false },
    ],
    perform: withLeadterra(input, async ({ client, input }) => {
      return [await previewOne(client, input)];
    }),
    sample: previewedLead(
      {
        lead: {
          email: 'ava@example.com',
          firstName: 'Ava',
          lastName: 'Patel',
          company: 'Example Robotics',
          jobTitle: 'Head of Sales',
        },
        warnings: [],
        from: perLeadField((field) => `properties.${field.toLowerCase()}`),
      },
      'ready',
      '',
      { subject: 'Quick question, Ava', bodyHtml: '<p>Hi Ava,</p>', blanks: [] },
    ),
    outputFields: [
      { key: 'id', label: 'Lead ID' },
      { key: 'status', label: 'Status' },
      { key: 'reason', label: 'Reason' },
      { key: 'verdict', label: 'Verdict' },
      { key: 'suppressed', label: 'Suppressed' },
      ...leadFields.map(({ key, label }) => ({ key, label })),
      ...leadFields.map(({ key, label }) => ({ key: `from__${key}`, label: `${label} Found In` })),
      { key: 'warnings', label: 'Warnings' },
      { key: 'emailSubject', label: 'Email Subject' },
      { key: 'emailBodyHtml', label: 'Email Body' },
      { key: 'blanks', label: 'Blank Tokens' },
    ],
  },
});
