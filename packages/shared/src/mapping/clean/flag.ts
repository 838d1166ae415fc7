import { saysNoMail } from '../permission/value';

/** Whether a flag is raised: all but an empty one and a no. A date in a column `Unsubscribed` is a yes. */
export const isYes = (value: unknown): boolean => saysNoMail(value, 'no');
