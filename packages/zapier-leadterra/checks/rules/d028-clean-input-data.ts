import { type Rule } from '../rule.ts';

export const d028: Rule = {
  id: 'D028',
  check: ({ flags }) =>
    flags.cleanInputData === undefined
      ? [{ item: 'flags.cleanInputData', problem: 'is not set, so that empty fields are removed' }]
      : [],
};
