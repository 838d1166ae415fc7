import { inputFieldsOf, type Rule } from '../rule.ts';

export const d013: Rule = {
  id: 'D013',
  check: (app) =>
    inputFieldsOf(app).flatMap(({ item, field }) => {
      const [search] = field.search?.split('.') ?? [];
      if (search === undefined || search in app.searches || search in app.searchOrCreates) return [];
      return [{ item, problem: `offers the search "${search}", which there is not` }];
    }),
};
