import { inputFieldsOf, type Rule } from '../rule.ts';

export const d004: Rule = {
  id: 'D004',
  check: (app) =>
    inputFieldsOf(app)
      .filter(({ field }) => /(^|_)id$|[a-z]I[Dd]$/.test(field.key) && !field.dynamic && !field.choices)
      .map(({ item }) => ({ item, problem: 'is an ID to be typed: it should have a dropdown' })),
};
