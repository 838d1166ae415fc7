import { fields, schemaOf } from '@leadterra/shared';
import { type PlainInputField } from 'zapier-platform-core';
import * as z from 'zod/mini';

import { campaign } from '../fields/campaign';
import { customFields } from '../fields/custom-fields';
import { placeholderFields, placeholderInput } from '../fields/placeholders';
import { renderField } from '../render-field';

const ifNotEnrolled = fields.choice({
  label: 'If the Lead Is Not Enrolled',
  default: 'halt',
  choices: [
    { value: 'halt', label: 'Stop This Zap Run' },
    { value: 'continue', label: 'Go On With the Next Step' },
  ],
  help: 'When the lead has opted out, lacks a value that the emails need, or is suppressed or refused by Leadterra. If the Zap goes on, *Status* says what happened.',
});

/** The fields after those of the lead that all steps for one lead have. */
export const lastFields: PlainInputField[] = [
  ...placeholderFields.map((field) => ({ ...field, group: 'check' })),
  { ...renderField('ifNotEnrolled', ifNotEnrolled), group: 'check' },
];

/** What the groups of fields are called. */
export const checkGroup = { key: 'check', label: 'Checks' };

export const enrollOneInput = z.object({
  campaign,
  customFields,
  ...placeholderInput,
  ifNotEnrolled: schemaOf(ifNotEnrolled),
});
export type EnrollOneInput = z.infer<typeof enrollOneInput>;

/** What a step for one lead gives, for its definition. */
export const enrolledLead = {
  sample: {
    id: 'ava@example.com',
    status: 'created',
    campaignId: 'camp_01HZA1TPNQ8RD4KF',
    email: 'ava@example.com',
    firstName: 'Ava',
    lastName: 'Patel',
    company: 'Example Robotics',
    jobTitle: 'Head of Sales',
    customFields: {},
    notes: '',
  },
  outputFields: [
    { key: 'id', label: 'Lead ID' },
    { key: 'status', label: 'Status' },
    { key: 'campaignId', label: 'Campaign ID' },
    { key: 'email', label: 'Email' },
    { key: 'firstName', label: 'First Name' },
    { key: 'lastName', label: 'Last Name' },
    { key: 'company', label: 'Company' },
    { key: 'jobTitle', label: 'Job Title' },
    { key: 'notes', label: 'Notes' },
  ],
};
