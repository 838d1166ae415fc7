import { type Rule, stepsOf } from '../rule.ts';

export const d012: Rule = {
  id: 'D012',
  check: (app) =>
    stepsOf(app)
      .filter(({ step }) => !step.display.hidden && Object.keys(step.operation.sample ?? {}).length === 0)
      .map(({ item }) => ({ item, problem: 'has no sample' })),
};
