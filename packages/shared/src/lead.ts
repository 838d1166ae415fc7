/** A value that a custom field of a lead can hold. */
export type CustomValue = string | number | boolean;

/** A person to enroll, in Leadterra's own words. A field that is not known is absent, never an empty string. */
export type Lead = {
  email: string;
  firstName?: string;
  lastName?: string;
  company?: string;
  jobTitle?: string;
  customFields?: Record<string, CustomValue>;
};
