import { type Rule } from '../rule.ts';

export const d022: Rule = {
  id: 'D022',
  check: ({ creates }) =>
    Object.entries(creates)
      .filter(([, { operation }]) => operation.inputFields.every((field) => typeof field === 'string'))
      .map(([key]) => ({
        item: `creates.${key}`,
        problem: 'has no input field but those that are computed',
      })),
};
