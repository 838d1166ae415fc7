import { authFieldsOf, type Rule } from '../rule.ts';

export const d026: Rule = {
  id: 'D026',
  check: (app) =>
    authFieldsOf(app)
      .filter(({ field }) =>
        /domain|host(name)?\b|\burl\b|\bsite\b/i.test(`${field.key} ${field.label ?? ''}`),
      )
      .map(({ item }) => ({ item, problem: 'lets a user choose where the credentials are sent' })),
};
