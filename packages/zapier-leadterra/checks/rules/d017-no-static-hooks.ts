import { type Step } from '../definition.ts';
import { type Rule } from '../rule.ts';

export function isStaticHook({ operation }: Step): boolean {
  return operation.type === 'hook' && !(operation.performSubscribe && operation.performUnsubscribe);
}

export const d017: Rule = {
  id: 'D017',
  check: ({ triggers }) =>
    Object.entries(triggers)
      .filter(([, trigger]) => isStaticHook(trigger))
      .map(([key]) => ({
        item: `triggers.${key}`,
        problem: 'does not register and remove its webhook by itself',
      })),
};
