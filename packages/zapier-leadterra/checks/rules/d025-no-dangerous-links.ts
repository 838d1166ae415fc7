import { type Rule, textsOf } from '../rule.ts';

export const d025: Rule = {
  id: 'D025',
  check: (app) =>
    textsOf(app)
      .filter(({ text }) => /\b(javascript|vbscript|data|file):(?=\S)/i.test(text))
      .map(({ item }) => ({
        item,
        problem: 'holds an address that a browser would run or read from the disk',
      })),
};
