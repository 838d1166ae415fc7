import { type Definition } from '../definition.ts';
import { inputFieldsOf, type Rule } from '../rule.ts';

export const c002 = (released: Definition): Rule => ({
  id: 'C002',
  check: (app) => {
    const kept = new Set(inputFieldsOf(app).map(({ item }) => item));
    return inputFieldsOf(released)
      .filter(({ item }) => !kept.has(item))
      .map(({ item }) => ({ item, problem: 'was released and is gone: what users filled in would be lost' }));
  },
});
