import { mapLead } from '@leadterra/shared';

import { languages } from '../../src/mapping/languages';
import { type Language } from '../../src/mapping/languages/language';

/** The phrases of a list, of which there is at least one. */
function phrasesOf(list: string | undefined): string[] {
  const phrases = (list ?? '')
    .split(',')
    .map((phrase) => phrase.trim().replace(/\s+/g, ' ').replace(/\?$/, ''));
  expect(phrases).not.toContain('');
  return phrases;
}

const address = 'ava@stone.example';
const map = (record: object) => mapLead({ Email: address, ...record });
const isRefused = (record: object) => map(record).lead === null;

type List = Exclude<keyof Language, 'title' | 'source'>;

/** Each word of a list that does not do what it should, in the languages that have the list. */
function wrong(list: List, isRight: (phrase: string, language: Language) => boolean): string[] {
  return languages
    .filter((language) => language[list] !== undefined)
    .flatMap((language) =>
      phrasesOf(language[list])
        .filter((phrase) => !isRight(phrase, language))
        .map((phrase) => `${language.title}: ${phrase}`),
    );
}

test('every language has a title of its own', () => {
  expect(languages.filter(({ title }) => title === '')).toEqual([]);
  expect(new Set(languages.map(({ title }) => title)).size).toBe(38);
});

describe('every word of every language', () => {
  test('for a column that forbids to mail does so', () => {
    expect(wrong('optOut', (phrase) => isRefused({ [phrase]: true }))).toEqual([]);
  });

  test('for a column that allows to mail forbids it where it is denied', () => {
    expect(wrong('optIn', (phrase) => isRefused({ [phrase]: false }))).toEqual([]);
  });

  test('for no is one', () => {
    const wrongOnes = wrong(
      'no',
      (phrase) => !isRefused({ Unsubscribed: phrase }) && isRefused({ 'Opt-in': phrase }),
    );
    // It is also what stands where nothing was filled in.
    expect(wrongOnes).toEqual(['English: none']);
  });

  test('for an address heads one', () => {
    expect(wrong('email', (phrase) => mapLead({ [phrase]: address }).lead?.email === address)).toEqual([]);
  });

  test('around an address does no harm', () => {
    const harmful = wrong(
      'noise',
      (phrase) => mapLead({ [`${phrase} email`]: address }).lead?.email === address,
    );
    // Words of a permission and of a form; more words than are looked for; no word of a question in English.
    expect(harmful).toEqual([
      'English: can',
      'English: my form',
      'French: s’il vous plaît',
      'Indonesian and Malay: apa',
    ]);
  });

  test('for those who may be the lead leaves an address theirs', () => {
    const harmful = wrong('people', (phrase, { optIn }) => {
      // `Subscriber` is a person, and in many languages the word for somebody who is subscribed.
      const isPermission = phrasesOf(optIn).some((one) => phrase.startsWith(one));
      return isPermission || mapLead({ [`${phrase} email`]: address }).lead?.email === address;
    });
    // Words of a permission, and of somebody else in English.
    expect(harmful).toEqual(['Dutch: abonnee', 'Czech: host']);
  });

  test('for those who never are the lead makes an address somebody else’s', () => {
    expect(wrong('others', (phrase) => mapLead({ [`${phrase} email`]: address }).lead === null)).toEqual([]);
  });

  test.each(['phone', 'linkedinUrl', 'website'] as const)('for a custom field %s is one', (field) => {
    expect(
      wrong(field, (phrase) => {
        const { lead } = mapLead({ Email: address, [phrase]: 'x' }, { customFields: 'unmapped' });
        return lead?.customFields?.[field] === 'x';
      }),
    ).toEqual([]);
  });
});
