/**
 * What columns are called in one language, and what stands in them: phrases as people write them, with commas between.
 * Upper and lower case, accents, blanks and punctuation do not matter. Each file says where its words come from.
 */
export type Language = {
  title: string;
  email: string;
  firstName: string;
  lastName: string;
  /** First and last name in one. */
  fullName: string;
  /** A name of whatever: a whole one, or the half that is missing beside it. */
  name?: string;
  company: string;
  jobTitle: string;
  phone?: string;
  linkedinUrl?: string;
  website?: string;
  /** That the person must not be mailed, and that they may be; of a column as well as of what stands in one. */
  optOut: string;
  optIn: string;
  no: string;
  /** Words of a question or a form around the field: `please`, `your`, `required`. */
  noise: string;
  /** Whom a column may speak of when it means the lead (`Customer Email`), and who is never the lead (`Owner Email`). */
  people: string;
  others: string;
};
