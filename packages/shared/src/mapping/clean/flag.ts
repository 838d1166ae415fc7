import { cleanText } from './text';

/** In lower case. `active` and `subscribed` stand in columns such as `Unsubscribed`. */
const no = new Set(
  (
    'false no n off never allow allowed active subscribed ☐ ✗ ✘ ❌ ' +
    'nein falsch non faux falso não nao nee onwaar'
  ).split(' '),
);

/** `0`, `0.0`, `0000-00-00 00:00:00`. */
const isZero = /^[-0.,: ]+$/;

function isNoText(text: string): boolean {
  return no.has(text.toLowerCase()) || isZero.test(text);
}

/** Forms give the choices that were ticked as a list. */
const soleValue = (value: unknown): unknown => (Array.isArray(value) ? value[0] : value);

/** Whether a flag says no, in the spellings of CRMs and of people who fill in sheets. */
export function isNo(value: unknown): boolean {
  if (typeof value === 'boolean' || value === undefined || value === null) return value === false;
  return isNoText(cleanText(soleValue(value)));
}

/** Whether a flag is raised: all but an empty one and a no. A date in a column `Unsubscribed` is a yes. */
export function isYes(value: unknown): boolean {
  if (typeof value === 'boolean' || value === undefined || value === null) return value === true;
  const sole = soleValue(value);
  const text = cleanText(sole);
  return sole === true || (text !== '' && !isNoText(text));
}
