import { type LeadField, leadFields as fields, perLeadField } from '@leadterra/shared';
import * as z from 'zod/mini';

import { optionalText } from '../input';

type Field = { key: LeadField | 'fullName' | 'optedOut'; label: string; placeholder: string; help: string };

const fullName: Field = {
  key: 'fullName',
  label: 'Full Name',
  placeholder: 'Dr. Ava Maria Patel',
  help: 'Only if the name is not available in parts: it fills First Name and Last Name where they are empty.',
};

const optedOut: Field = {
  key: 'optedOut',
  label: 'Opted Out',
  placeholder: 'false',
  help: 'The field that says whether the person has unsubscribed or must not be emailed, if there is one. Such a lead is not enrolled.',
};

/** The fields that a person is read from: those of a lead, and two that `mapLead` knows beside them. */
export const personFields = fields
  .flatMap((field): Field[] => (field.key === 'company' ? [fullName, field] : [field]))
  .concat(optedOut)
  .map(({ help, ...field }) => ({ ...field, type: 'string' as const, helpText: help }));

export const personInput = z.object({
  ...perLeadField(() => optionalText),
  fullName: optionalText,
  optedOut: optionalText,
});
export type PersonInput = z.infer<typeof personInput>;
