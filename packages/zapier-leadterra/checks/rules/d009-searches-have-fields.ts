import { type Rule } from '../rule.ts';

export const d009: Rule = {
  id: 'D009',
  check: ({ searches }) =>
    Object.entries(searches)
      .filter(([, { operation }]) => operation.inputFields.length === 0)
      .map(([key]) => ({ item: `searches.${key}`, problem: 'has no field to search by' })),
};
