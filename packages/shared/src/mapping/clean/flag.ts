import { saysNoMail } from '../permission/value';

/** Whether a flag says no, in the spellings of CRMs and of people who fill in sheets. */
export const isNo = (value: unknown): boolean => saysNoMail(value, 'yes');

/** Whether a flag is raised: all but an empty one and a no. A date in a column `Unsubscribed` is a yes. */
export const isYes = (value: unknown): boolean => saysNoMail(value, 'no');
