import { type Rule } from '../rule.ts';

export const d010: Rule = {
  id: 'D010',
  check: ({ triggers }) =>
    Object.entries(triggers).flatMap(([key, { operation }]) => {
      if ((operation.type ?? 'polling') !== 'polling' || operation.sample === undefined) return [];
      const { sample, outputFields } = operation;
      const primary = outputFields.flatMap((field) =>
        typeof field !== 'string' && field.primary ? [field.key] : [],
      );
      return (primary.length > 0 ? primary : ['id'])
        .filter((name) => !(name in sample))
        .map((name) => ({
          item: `triggers.${key}.sample`,
          problem: `lacks "${name}", by which items are told apart`,
        }));
    }),
};
