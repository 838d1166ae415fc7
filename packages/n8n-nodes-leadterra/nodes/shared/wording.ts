/**
 * What the list of nodes says of this package. n8n shows a node and its trigger as one entry there, with the trigger's
 * description, so both have the same.
 */
export const packageDescription =
  'Enroll contacts in cold-outreach campaigns, start and pause them, read replies and statistics, or start a workflow when a lead replies or an email bounces';

/** An n8n expression, within which `key` is one: the words for its value, or the value where there are none. */
export function inWords(words: Record<string, string>, key: string): string {
  return `(${JSON.stringify(words)})[${key}] ?? ${key}`;
}
