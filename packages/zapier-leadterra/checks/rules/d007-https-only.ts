import { type Rule, textsOf } from '../rule.ts';

export const d007: Rule = {
  id: 'D007',
  check: (app) =>
    textsOf(app)
      .filter(({ text }) => /\bhttp:\/\//i.test(text))
      .map(({ item }) => ({ item, problem: 'holds a URL without https' })),
};
