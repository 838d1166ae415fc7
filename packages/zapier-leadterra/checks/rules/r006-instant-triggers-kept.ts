import { type Definition } from '../definition.ts';
import { type Rule } from '../rule.ts';

export const r006 = (released: Definition): Rule => ({
  id: 'R006',
  check: ({ triggers }) =>
    Object.entries(released.triggers).flatMap(([key, { operation }]) => {
      const before = operation.type ?? 'polling';
      const now = triggers[key]?.operation.type ?? 'polling';
      if (!(key in triggers) || before === now) return [];
      return [{ item: `triggers.${key}`, problem: `was released as ${before} and is ${now} now` }];
    }),
});
