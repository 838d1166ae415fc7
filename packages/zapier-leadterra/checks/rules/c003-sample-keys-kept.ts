import { type Definition } from '../definition.ts';
import { type Rule, stepsOf } from '../rule.ts';

export const c003 = (released: Definition): Rule => ({
  id: 'C003',
  check: (app) => {
    const kept = new Set(sampleKeys(app));
    return sampleKeys(released)
      .filter((item) => !kept.has(item))
      .map((item) => ({ item, problem: 'was released and is gone: later steps may use it' }));
  },
});

function sampleKeys(app: Definition): string[] {
  return stepsOf(app).flatMap(({ item, step }) =>
    Object.keys(step.operation.sample ?? {}).map((key) => `${item}.sample.${key}`),
  );
}
