import { cleanEmail, isValidEmail, mapLead } from '@leadterra/shared';
import fc from 'fast-check';

import { mapInEveryWay, optionSets } from '../support/mapping-options';

/** Keys that the mapping looks at, so that invented records get far into it. */
const likelyKeys = fc.constantFrom(
  ...[
    'email',
    'Email',
    'emails',
    'Name',
    'first_name',
    'last_name',
    'company',
    'title',
    'properties',
    'values',
    'contacts',
  ],
  ...[
    'identity-profiles',
    'org_id',
    'owner_id',
    'attributes',
    'merge_fields',
    'data',
    'body',
    'items',
    'value',
    'primary',
  ],
  ...[
    'Id',
    'LastName',
    'contact',
    'customFields',
    '__proto__',
    'constructor',
    'toString',
    'name',
    'names',
    'payload',
  ],
);
const likelyTexts = fc.constantFrom(
  'ava@stone.example',
  'Ava <Ava@Stone.example>, ben@x.example',
  'N/A',
  'van der Ok, Jo',
  '&amp;amp;',
);

const anyRecord = fc.letrec<{ node: unknown }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.oneof(
      likelyTexts,
      fc.string(),
      fc.string({ unit: 'binary' }),
      fc.double(),
      fc.boolean(),
      fc.constant(null),
    ),
    fc.array(tie('node'), { maxLength: 3 }),
    fc.dictionary(fc.oneof({ weight: 4, arbitrary: likelyKeys }, fc.string()), tie('node'), { maxKeys: 6 }),
  ),
})).node;

describe('whatever the record', () => {
  test('nothing is thrown, and a lead has an address and no empty field', () => {
    fc.assert(
      fc.property(anyRecord, (record) => {
        for (const { lead, issues } of mapInEveryWay(record)) {
          if (lead === null) {
            expect(issues).toHaveLength(1);
            continue;
          }
          expect(isValidEmail(lead.email)).toBe(true);
          const { customFields = {}, ...fields } = lead;
          for (const value of [...Object.values(fields), ...Object.values(customFields)]) {
            expect([undefined, '']).not.toContain(value);
          }
        }
      }),
      { numRuns: 1_000 },
    );
  });

  test('mapping a lead again gives the same lead', () => {
    fc.assert(
      fc.property(anyRecord, (record) => {
        for (const options of optionSets) {
          const { lead } = mapLead(record, { ...options, source: 'auto' });
          if (lead) expect(mapLead(lead, { ...options, source: 'auto' }).lead).toEqual(lead);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  test('an address that was cleaned is clean', () => {
    fc.assert(
      fc.property(fc.oneof(fc.emailAddress(), fc.string({ unit: 'grapheme' }), likelyTexts), (text) => {
        const address = cleanEmail(text);
        if (address !== undefined) expect(cleanEmail(address)).toBe(address);
      }),
    );
  });
});
