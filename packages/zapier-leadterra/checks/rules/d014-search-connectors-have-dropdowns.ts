import { inputFieldsOf, type Rule } from '../rule.ts';

export const d014: Rule = {
  id: 'D014',
  check: (app) =>
    inputFieldsOf(app)
      .filter(({ field }) => field.search && !field.dynamic)
      .map(({ item }) => ({ item, problem: 'offers a search but no dropdown' })),
};
