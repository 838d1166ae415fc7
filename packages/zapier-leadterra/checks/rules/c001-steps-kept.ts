import { type Definition } from '../definition.ts';
import { type Rule, stepsOf } from '../rule.ts';

export const c001 = (released: Definition): Rule => ({
  id: 'C001',
  check: (app) => {
    const visible = new Set(stepsOf(app).flatMap(({ item, step }) => (step.display.hidden ? [] : [item])));
    return stepsOf(released)
      .filter(({ item, step }) => !step.display.hidden && !visible.has(item))
      .map(({ item }) => ({
        item,
        problem: 'was released and is gone or hidden: Zaps that use it would break',
      }));
  },
});
