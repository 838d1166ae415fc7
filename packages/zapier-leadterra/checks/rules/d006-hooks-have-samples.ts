import { type Rule } from '../rule.ts';

export const d006: Rule = {
  id: 'D006',
  check: ({ triggers }) =>
    Object.entries(triggers)
      .filter(([, { operation }]) => operation.type === 'hook' && !operation.performList)
      .map(([key]) => ({ item: `triggers.${key}`, problem: 'has no performList for the Zap editor' })),
};
