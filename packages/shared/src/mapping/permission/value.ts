import { cleanText } from '../clean/text';
import { phraseSet } from '../headers/vocabulary';
import { wordsOf } from '../headers/words';
import { remembering } from '../remembering';
import { isOtherChannel, namesOptIn, namesOptOut, type Permission } from './column';

/** The kinds of columns in which a value forbids to mail. */
type Forbidden = readonly Permission[];
const everywhere: Forbidden = ['no', 'yes', 'status'];
/** A no. */
const ofOptIns: Forbidden = ['yes'];
/** What is not understood forbids it too in a column of opt-outs. */
const ofOptOuts: Forbidden = ['no'];
const nowhere: Forbidden = [];

/** Values that only a column of permissions has, or the status of an address. */
const out = new Set(
  (
    'denied declined rejected disallowed disallow withheld blocked dropped invalid undeliverable spamtrap spamtraps ' +
    'bounces unsubscribes permanent'
  ).split(' '),
);
const allowed = new Set('allow allowed active enabled granted permitted accepted'.split(' '));
const refusing = /^(?:do not|not|no|never|dont|nicht|kein|keine) /;
const ticks: Readonly<Record<string, Forbidden>> = {
  '☐': ofOptIns,
  '✗': ofOptIns,
  '✘': ofOptIns,
  '❌': ofOptIns,
  '[]': nowhere,
  '{}': nowhere,
};

/** `0`, `0.0`, `0000-00-00 00:00:00`. */
const isZero = /^[-0.,: ]+$/;
const isPlace = /^(?:[a-z][a-z\d+.-]*:\/\/|<|mailto:|www\.)|@/i;
const longestState = 8;

function read(value: string): Forbidden {
  const text = cleanText(value);
  if (text === '') return nowhere;
  const tick = ticks[text];
  if (tick) return tick;
  if (isZero.test(text)) return ofOptIns;
  if (isPlace.test(text)) return nowhere;
  const words = wordsOf(text);
  const phrase = words.join(' ');
  if (phraseSet('no').has(phrase)) return ofOptIns;
  if (words.length > longestState) return ofOptOuts;
  if (words.includes('soft') || isOtherChannel(words)) return nowhere;
  if (namesOptOut(words) || words.some((word) => out.has(word))) return everywhere;
  const optIn = namesOptIn(words);
  if (optIn === 'plain') return nowhere;
  if (optIn === 'negated') return /subscrib/.test(phrase) ? nowhere : ofOptIns;
  if (allowed.has(phrase)) return nowhere;
  if (refusing.test(phrase)) return words.some((word) => allowed.has(word)) ? everywhere : ofOptIns;
  return ofOptOuts;
}

/** The same few values come with every row. */
const forbiddenBy = remembering(read, 2_000, 60);

/** Elements of a list that are read; a hostile one may have any number. */
const maxElements = 1_000;

/** Whether what stands in a column of permissions forbids to mail the person. Forms give ticked choices as a list. */
export function saysNoMail(value: unknown, column: Permission): boolean {
  if (typeof value === 'boolean') return column !== 'status' && value === (column === 'no');
  if (typeof value === 'string') return forbiddenBy(value).includes(column);
  if (typeof value === 'number') return forbiddenBy(String(value)).includes(column);
  if (!Array.isArray(value)) return false;
  const elements: readonly unknown[] = value;
  return elements
    .slice(0, maxElements)
    .some((element) => !Array.isArray(element) && saysNoMail(element, column));
}
