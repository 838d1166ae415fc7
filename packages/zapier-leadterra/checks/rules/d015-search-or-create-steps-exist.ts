import { type Rule } from '../rule.ts';

export const d015: Rule = {
  id: 'D015',
  check: ({ searchOrCreates, searches, creates }) =>
    Object.entries(searchOrCreates).flatMap(([key, { search, create, update }]) => [
      ...(search in searches
        ? []
        : [{ item: `searchOrCreates.${key}`, problem: `there is no search "${search}"` }]),
      ...[create, ...(update === undefined ? [] : [update])]
        .filter((name) => !(name in creates))
        .map((name) => ({ item: `searchOrCreates.${key}`, problem: `there is no create "${name}"` })),
    ]),
};
