import { type Rule } from '../rule.ts';
import { isStaticHook } from './d017-no-static-hooks.ts';

export const d016: Rule = {
  id: 'D016',
  check: ({ triggers }) => {
    const all = Object.values(triggers);
    if (all.length === 0 || !all.every(isStaticHook)) return [];
    return [{ item: 'triggers', problem: 'are all static webhooks, whose URL a user has to copy' }];
  },
};
