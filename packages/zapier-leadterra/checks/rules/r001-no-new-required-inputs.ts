import { type Definition } from '../definition.ts';
import { inputFieldsOf, type Rule, stepsOf } from '../rule.ts';

export const r001 = (released: Definition): Rule => ({
  id: 'R001',
  check: (app) => {
    const steps = stepsOf(released).map(({ item }) => `${item}.`);
    const required = new Set(
      inputFieldsOf(released).flatMap(({ item, field }) => (field.required ? [item] : [])),
    );
    return inputFieldsOf(app)
      .filter(({ item, field }) => field.required && !required.has(item))
      .filter(({ item }) => steps.some((step) => item.startsWith(step)))
      .map(({ item }) => ({ item, problem: 'is required now: Zaps that leave it empty would stop' }));
  },
});
