import { decodeEntities } from './entities';
import { cleanText, isUnseen } from './text';

// RFC 5321 §4.5.3.1: 64 octets before the @, 255 for the domain, 256 for the path with its angle brackets.
const maxLength = 254;
const maxLocalLength = 64;
const maxLabelLength = 63;

const atSign = 0x40;
const fullStop = 0x2e;
const hyphen = 0x2d;

/** What RFC 5322 allows unquoted before the @, besides letters, digits and dots. */
const localPunctuation = "!#$%&'*+-/=?^_`{|}~";

const isDigit = (code: number) => code >= 0x30 && code <= 0x39;
const isLowerCaseLetter = (code: number) => code >= 0x61 && code <= 0x7a;
const isLetter = (code: number) => isLowerCaseLetter(code) || (code >= 0x41 && code <= 0x5a);

const quotes = '«»‘’‚‛“”„‟‹›';

/** Letters of other scripts, in names and domains (RFC 6531). */
const isInternational = (code: number) =>
  code > 0xa0 && !isUnseen(code) && !quotes.includes(String.fromCharCode(code));

const localCharacters = Uint8Array.from({ length: 128 }, (_, code) =>
  isDigit(code) || isLetter(code) || localPunctuation.includes(String.fromCharCode(code)) ? 1 : 0,
);

/** Where the local part of an address ends, or -1 when there is no well-formed local part. */
function endOfLocalPart(email: string): number {
  let previous = fullStop;
  for (let index = 0; index <= maxLocalLength; index++) {
    const code = email.charCodeAt(index);
    if (code === atSign) return previous === fullStop ? -1 : index;
    if (code === fullStop ? previous === fullStop : !isInternational(code) && localCharacters[code] !== 1)
      return -1;
    previous = code;
  }
  return -1;
}

/** At least two labels of letters, digits and inner hyphens; the last one is no number. */
function isDomain(email: string, start: number): boolean {
  let labelStart = start;
  let lastNoDigit = start;
  for (let index = start; ; index++) {
    const code = index < email.length ? email.charCodeAt(index) : fullStop;
    if (code === fullStop) {
      const length = index - labelStart;
      if (length === 0 || length > maxLabelLength) return false;
      if (email.charCodeAt(labelStart) === hyphen || email.charCodeAt(index - 1) === hyphen) return false;
      if (index === email.length) return labelStart > start && lastNoDigit >= labelStart && length > 1;
      labelStart = index + 1;
    } else if (!isDigit(code)) {
      if (!isLetter(code) && code !== hyphen && !isInternational(code)) return false;
      lastNoDigit = index;
    }
  }
}

/** Whether a text is one well-formed address that can take mail from outside: `local@domain.tld`, nothing around it. */
export function isValidEmail(email: string): boolean {
  if (email.length > maxLength) return false;
  const at = endOfLocalPart(email);
  return at !== -1 && isDomain(email, at + 1);
}

/** What stands between addresses, around them (`Ava <ava@x.com>`) or before them (`mailto:`). */
const separators = /[,;:|<>()[\]{}"\t\r\n]/;
const opening = `'*\`${quotes}`;
const closing = `'*.\`!?_-/${quotes}`;

/** Apollo's stand-in for an address that was not paid for yet. */
const lockedAddress = 'email_not_unlocked@';

function withoutEdgePunctuation(word: string): string {
  let start = 0;
  let end = word.length;
  while (start < end && opening.includes(word.charAt(start))) start++;
  while (end > start && closing.includes(word.charAt(end - 1))) end--;
  return word.slice(start, end);
}

/** `ava@x.com?subject=Hi` → `ava@x.com`; `ava@x.com/ben@y.com` → both. */
function addressesInWord(word: string): string[] {
  const parts = word.split('@').length > 2 ? word.split('/') : [word];
  return parts.map((part) => {
    const query = part.indexOf('?', part.indexOf('@'));
    return withoutEdgePunctuation(query === -1 ? part : part.slice(0, query));
  });
}

/** `ava@x.com or ben@x.com`. */
const joiners: ReadonlySet<string> = new Set('or and oder und ou et o y e / & +'.split(' '));

/**
 * The words of a piece of text that may be addresses. A bare word beside an address is no reason to drop the word:
 * `ava stone@x.com` would become somebody else's address, so then there is none.
 */
function wordsWithAddresses(piece: string): string[] {
  const words = cleanText(piece)
    .replace(/[\u200c\u200d]/g, '')
    .split(' ')
    .filter((word) => !joiners.has(word));
  return words.every((word) => word.includes('@')) ? words : [];
}

/** The ends of the names of files that scrapers take for addresses: `logo@2x.png`. */
const fileEnding = /\.(?:png|jpe?g|gif|webp|svg|css|js|pdf|ico|bmp|woff2?)$/;

/** The text in lower case when it is one valid address and nothing else. */
export function plainAddress(text: string): string | undefined {
  if (text.startsWith(lockedAddress) || !isValidEmail(text)) return undefined;
  const address = text.toLowerCase();
  return fileEnding.test(address) ? undefined : address;
}

/** The valid addresses in a text, cleaned and in lower case, each once, in order. Time is linear in the length. */
export function readAddresses(text: string): string[] {
  const plain = plainAddress(text);
  if (plain !== undefined) return [plain];
  const found = decodeEntities(text)
    .split(separators)
    .flatMap(wordsWithAddresses)
    .flatMap(addressesInWord)
    .map(plainAddress);
  return [...new Set(found)].filter((address) => address !== undefined);
}

/** Whether a text says that there is no address: empty, a placeholder (`N/A`), or Apollo's locked address. */
export function meansNoEmail(text: string): boolean {
  return text.startsWith(lockedAddress) || cleanText(text) === '';
}

/**
 * The first valid address in a text (`Ava <mailto:Ava@X.com>` → `ava@x.com`), in lower case; undefined when there is
 * none. Applied to its own result it changes nothing.
 */
export function cleanEmail(text: string): string | undefined {
  return readAddresses(text)[0];
}
