import { type Rule } from '../rule.ts';

export const d021: Rule = {
  id: 'D021',
  check: ({ triggers }) =>
    Object.entries(triggers)
      .filter(([, { display }]) => !display.hidden && !/^Triggers when .*\.$/s.test(display.description))
      .map(([key]) => ({
        item: `triggers.${key}`,
        problem: 'has a description that does not begin with "Triggers when" and end with a full stop',
      })),
};
