/** A value that a custom field of a lead can hold. */
export type CustomValue = string | number | boolean;

/**
 * The fields of a lead, as Leadterra's documentation names them on one page or another, and how users read of them.
 * Each key is also the field's token in copy: `{{firstName}}`. Types, reserved names and the fields on both hosts'
 * screens follow from this list.
 */
export const leadFields = [
  {
    key: 'email',
    label: 'Email',
    placeholder: 'ava@example.com',
    help: 'What the campaign writes to: at best the work address.',
  },
  { key: 'firstName', label: 'First Name', placeholder: 'Ava', help: 'The given name alone, without title.' },
  { key: 'lastName', label: 'Last Name', placeholder: 'Patel', help: 'The family name alone.' },
  {
    key: 'company',
    label: 'Company',
    placeholder: 'Example Robotics',
    help: 'What the employer is called, not its ID.',
  },
  {
    key: 'jobTitle',
    label: 'Job Title',
    placeholder: 'Head of Sales',
    help: 'What the person does there.',
  },
] as const;

export type LeadField = (typeof leadFields)[number]['key'];
/** The fields that a lead may lack. */
export type OptionalLeadField = Exclude<LeadField, 'email'>;

/** A person to enroll, in Leadterra's own words. A field that is not known is absent, never an empty string. */
export type Lead = { email: string } & { [field in OptionalLeadField]?: string } & {
  customFields?: Record<string, CustomValue>;
};

/** A lead with a value in every field. */
export type CompleteLead = Record<LeadField, string>;

export const optionalLeadFields = leadFields
  .map(({ key }) => key)
  .filter((key): key is OptionalLeadField => key !== 'email');

/** Whether a name is that of a lead's field. */
export function isLeadField(name: string): name is LeadField {
  return leadFields.some(({ key }) => key === name);
}

/** An object with one value for each field of a lead. */
export function perLeadField<Value>(valueOf: (field: LeadField) => Value): Record<LeadField, Value> {
  return {
    email: valueOf('email'),
    firstName: valueOf('firstName'),
    lastName: valueOf('lastName'),
    company: valueOf('company'),
    jobTitle: valueOf('jobTitle'),
  };
}
