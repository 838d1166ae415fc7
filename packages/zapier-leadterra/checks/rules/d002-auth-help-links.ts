import { authFieldsOf, type Rule } from '../rule.ts';

export const d002: Rule = {
  id: 'D002',
  check: (app) =>
    authFieldsOf(app)
      .filter(({ field }) => !field.computed && !/\]\(https:\/\//.test(field.helpText ?? ''))
      .map(({ item }) => ({ item, problem: 'has no link to where a user finds its value' })),
};
