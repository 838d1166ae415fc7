import { inputFieldsOf, type Rule } from '../rule.ts';

export const d005: Rule = {
  id: 'D005',
  check: (app) =>
    inputFieldsOf(app).flatMap(({ item, field }) => {
      const [trigger] = field.dynamic?.split('.') ?? [];
      if (trigger === undefined || trigger in app.triggers) return [];
      return [{ item, problem: `takes its dropdown from "${trigger}", and there is no such trigger` }];
    }),
};
