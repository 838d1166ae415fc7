import { type Rule } from '../rule.ts';

export const d027 = (newestCore: string): Rule => ({
  id: 'D027',
  check: ({ platformVersion }) =>
    platformVersion === newestCore
      ? []
      : [{ item: 'platformVersion', problem: `is ${platformVersion}, where ${newestCore} is the newest` }],
});
