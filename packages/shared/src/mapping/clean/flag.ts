import { cleanText } from './text';

const NO = new Set([
  ...[
    'false',
    'no',
    'n',
    '0',
    'off',
    'never',
    'allow',
    'allowed',
    'active',
    'subscribed',
    '☐',
    '✗',
    '✘',
    '❌',
  ],
  ...['nein', 'falsch', 'non', 'faux', 'falso', 'não', 'nao', 'nee', 'onwaar'],
]);

const asText = (value: unknown) => cleanText(value).toLowerCase();

/** Whether a flag says no, in the spellings of CRMs and of people who fill in sheets. */
export function isNo(value: unknown): boolean {
  return value === false || (value !== true && NO.has(asText(value)));
}

/** Whether a flag is raised: all but an empty one and a no. A date in a column `Unsubscribed` is a yes. */
export function isYes(value: unknown): boolean {
  if (typeof value === 'boolean' || value === undefined || value === null) return value === true;
  const text = asText(value);
  return text !== '' && !NO.has(text);
}
