import { type Defect } from './defect.ts';

const enrollment = 'packages/shared/src/enrollment';

/** A lead is lost, sent as another than it is, or taken for one that came before. */
export const leads: Defect[] = [
  {
    name: 'a lead falls between two halves',
    file: `${enrollment}/isolation.ts`,
    find: '[batch.slice(0, half), batch.slice(half)]',
    replace: '[batch.slice(0, half), batch.slice(half + 1)]',
    foundBy: 'enrollment',
  },
  {
    name: 'a custom field takes the place of a standard one',
    file: `${enrollment}/prepare-lead.ts`,
    find: "return isLeadField(key) || key === 'customFields' || unsafeKeys.has(key);",
    replace: 'return unsafeKeys.has(key);',
    foundBy: 'enrollment',
  },
  {
    name: 'a later record does not complete the earlier one',
    file: `${enrollment}/prepare-lead.ts`,
    find: 'Object.assign(earlier, later);',
    replace: '',
    foundBy: 'enrollment',
  },
  {
    name: 'what comes late in a stream passes by the copy check',
    file: `${enrollment}/outbox.ts`,
    find: 'one.correctionOf !== undefined || this.#reader',
    replace: "one.correctionOf !== undefined || one.verdict === 'unknown' || this.#reader",
    foundBy: 'enrollment',
  },
  {
    name: 'the addresses seen so far are lost as their table grows',
    file: `${enrollment}/seen-leads.ts`,
    find: 'for (let part = 0; part < 4; part++)',
    replace: 'for (let part = 0; part < 2; part++)',
    foundBy: 'enrollment',
    shape: 'a long stream with repetitions',
  },
  {
    name: 'a lead that cannot be read ends the run',
    file: `${enrollment}/read-entry.ts`,
    find: "return { reason: 'It cannot be read: one of its fields fails.' };",
    replace: 'return checkFields(input);',
    foundBy: 'enrollment',
  },
];
