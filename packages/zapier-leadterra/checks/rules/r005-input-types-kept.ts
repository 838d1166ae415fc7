import { type Definition, type Field } from '../definition.ts';
import { inputFieldsOf, type Rule } from '../rule.ts';

export const r005 = (released: Definition): Rule => ({
  id: 'R005',
  check: (app) => {
    const now = new Map(inputFieldsOf(app).map(({ item, field }) => [item, kindOf(field)]));
    return inputFieldsOf(released).flatMap(({ item, field }) => {
      const before = kindOf(field);
      const kind = now.get(item) ?? before;
      return kind === before ? [] : [{ item, problem: `was released as ${before} and is ${kind} now` }];
    });
  },
});

function kindOf({ type = 'string', list, dict, children }: Field & { children?: unknown[] }): string {
  if (children !== undefined) return 'line items';
  return list ? `a list of type ${type}` : dict ? 'names with values' : `of type ${type}`;
}
