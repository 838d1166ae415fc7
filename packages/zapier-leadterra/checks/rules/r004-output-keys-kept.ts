import { type Definition } from '../definition.ts';
import { leavesOf, type Rule, stepsOf } from '../rule.ts';

export const r004 = (released: Definition): Rule => ({
  id: 'R004',
  check: (app) => {
    const kept = new Set(outputKeysOf(app));
    return outputKeysOf(released)
      .filter((item) => !kept.has(item))
      .map((item) => ({
        item,
        problem: 'was released and is gone from what the step gives: later steps may use it',
      }));
  },
});

/** The keys of what steps give, at any depth. */
function outputKeysOf(app: Definition): string[] {
  return stepsOf(app).flatMap(({ item, step: { operation } }) => {
    const declared = operation.outputFields.flatMap((field) =>
      typeof field === 'string' ? [] : [field.key.replaceAll('__', '.')],
    );
    const shown = leavesOf(operation.sample ?? {}).map(([key]) => key);
    return [...new Set([...declared, ...shown])].map((key) => `${item}.output.${key}`);
  });
}
