import { lazily } from '../../lazily';

/** Headers longer than this are read as far as this; a question of a form is shorter. */
export const longestHeader = 200;

/** Letters that Unicode does not take apart into a base letter and an accent. */
const folded: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

/** `firstName` and `HTTPCode` as two words, `email1` and `2nd` as well. */
const seams = [
  String.raw`(?<=[\p{Ll}\p{Lo}])(?=\p{Lu})`,
  String.raw`(?<=\p{Lu})(?=\p{Lu}\p{Ll})`,
  String.raw`(?<=[\p{L}\p{M}])(?=\p{Nd})`,
  String.raw`(?<=\p{Nd})(?=\p{L})`,
];
const seam = lazily(() => new RegExp(seams.join('|'), 'gu'));

/** Between a Latin word and one of a script without blanks there is a seam too: `Eメール` stays one, so it is none. */
const mark = lazily(() => /\p{M}/gu);
const between = lazily(() => /[^\p{L}\p{N}]/u);
/** Marks that stand inside a word: `l’entreprise` is `l entreprise`, but `ім'я` and `דוא"ל` are one word each. */
const inner = lazily(() => /(?<=[\p{sc=Cyrillic}\p{sc=Hebrew}])['’ʼ`"״׳]/gu);

/** `E-Mail`, `e-post`, `e_posta`: the letter before belongs to the word after. */
function joinedElectronic(words: readonly string[]): string[] {
  const joined: string[] = [];
  for (const word of words) {
    if (joined.at(-1) === 'e' && /^(?:mail|post|pošt|poçt|mel|naslov|пошта|メール)/u.test(word)) {
      joined[joined.length - 1] = `e${word}`;
    } else joined.push(word);
  }
  return joined;
}

/**
 * The words of a header in lower case, without accents: `data[E-Mail_Adresse]` is data, email, adresse. What
 * cannot be seen, brackets and punctuation of any script stand between words.
 */
export function wordsOf(header: string): string[] {
  const words = header
    .slice(0, longestHeader)
    .normalize('NFKC')
    .replace(inner(), '')
    .replace(seam(), ' ')
    .toLowerCase()
    .replace(/[ßæøłđðþı]/g, (letter) => folded[letter] ?? letter)
    .normalize('NFD')
    .replace(mark(), '')
    .split(between())
    .filter((word) => word !== '');
  return joinedElectronic(words);
}

/** The words of a text between blanks. */
export const wordSet = (text: string): ReadonlySet<string> => new Set(text.match(/\S+/g));

/** A phrase as it is looked up: its words without anything between them. */
export function squash(words: readonly string[]): string {
  return words.join('');
}
