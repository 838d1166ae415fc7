import { type Definition } from '../definition.ts';
import { authFieldsOf, type Finding, type Rule } from '../rule.ts';

const problem = 'is another than was released: every account would have to be connected anew';

export const r002 = (released: Definition): Rule => ({
  id: 'R002',
  check: (app) => {
    const item = 'authentication.type';
    const type: Finding[] =
      app.authentication?.type === released.authentication?.type ? [] : [{ item, problem }];
    const before = new Map(authFieldsOf(released).map(({ item, field }) => [item, field]));
    const now = new Map(authFieldsOf(app).map(({ item, field }) => [item, field]));
    const changed = [...before].filter(([item, { type }]) => {
      const field = now.get(item);
      return field === undefined || field.type !== type;
    });
    const needed = [...now].filter(([item, { required }]) => required && !before.get(item)?.required);
    return [...type, ...[...changed, ...needed].map(([item]) => ({ item, problem }))];
  },
});
