import { cleanText } from '../clean/text';
import { phraseSet } from '../headers/vocabulary';
import { wordsOf } from '../headers/words';
import { isOtherChannel, namesOptIn, namesOptOut, type Permission } from './column';

/** What a value says by itself, whatever column it stands in. */
type State = 'out' | 'in' | 'refused' | 'open' | 'no' | 'yes' | 'unknown' | 'nothing';

/** Values that only a column of permissions has, or the status of an address. */
const out = new Set(
  (
    'denied declined rejected disallowed disallow withheld blocked dropped invalid undeliverable spamtrap spamtraps ' +
    'bounces unsubscribes permanent'
  ).split(' '),
);
const allowed = new Set('allow allowed active enabled granted permitted accepted'.split(' '));
const refusing = /^(?:do not|not|no|never|dont|nicht|kein|keine) /;
const ticks: Readonly<Record<string, State>> = {
  '☐': 'no',
  '✗': 'no',
  '✘': 'no',
  '❌': 'no',
  '[]': 'nothing',
  '{}': 'nothing',
};

/** `0`, `0.0`, `0000-00-00 00:00:00`. */
const isZero = /^[-0.,: ]+$/;
const isPlace = /^(?:[a-z][a-z\d+.-]*:\/\/|<|mailto:|www\.)|@/i;
const longestState = 8;

function read(text: string): State {
  if (text === '') return 'nothing';
  const tick = ticks[text];
  if (tick) return tick;
  if (isZero.test(text)) return 'no';
  if (isPlace.test(text)) return 'nothing';
  const words = wordsOf(text);
  const phrase = words.join(' ');
  if (phraseSet('no').has(phrase)) return 'no';
  if (phraseSet('yes').has(phrase)) return 'yes';
  if (words.length > longestState) return 'unknown';
  if (words.includes('soft') || isOtherChannel(words)) return 'open';
  if (namesOptOut(words) || words.some((word) => out.has(word))) return 'out';
  const optIn = namesOptIn(words);
  if (optIn === 'plain') return 'in';
  if (optIn === 'negated') return /subscrib/.test(phrase) ? 'open' : 'refused';
  if (words.length === 1 && allowed.has(phrase)) return 'in';
  if (refusing.test(phrase)) return words.some((word) => allowed.has(word)) ? 'out' : 'refused';
  return 'unknown';
}

// The same few values come with every row. The bound keeps free text from filling the memory.
const maxRemembered = 2_000;
const longestRemembered = 60;
const remembered = new Map<string, State>();

function stateOf(value: string): State {
  const known = remembered.get(value);
  if (known) return known;
  const state = read(cleanText(value));
  if (value.length > longestRemembered) return state;
  if (remembered.size >= maxRemembered) remembered.clear();
  remembered.set(value, state);
  return state;
}

/** Whether a state in a column of that kind forbids to mail. What is not understood in a column of `no` forbids it. */
function forbids(state: State, column: Permission): boolean {
  switch (state) {
    case 'nothing':
    case 'in':
      return false;
    case 'out':
      return true;
    case 'no':
    case 'refused':
      return column === 'yes';
    case 'open':
      return false;
    case 'yes':
    case 'unknown':
      return column === 'no';
  }
}

/** Whether what stands in a column of permissions forbids to mail the person. Forms give ticked choices as a list. */
export function saysNoMail(value: unknown, column: Permission): boolean {
  if (value === undefined || value === null) return false;
  if (typeof value === 'boolean') return column !== 'status' && value === (column === 'no');
  if (typeof value === 'string') return forbids(stateOf(value), column);
  if (typeof value === 'number') return forbids(stateOf(String(value)), column);
  if (!Array.isArray(value)) return false;
  const elements: readonly unknown[] = value;
  return elements.slice(0, 20).some((element) => !Array.isArray(element) && saysNoMail(element, column));
}
