import { authFieldsOf, inputFieldsOf, type Rule } from '../rule.ts';

const words = (text: string) =>
  text.toLowerCase().replace(/^(enter|choose|select)\b|\b(the|a|an|your)\b|[^a-z0-9]/g, '');

export const d011: Rule = {
  id: 'D011',
  check: (app) =>
    [...authFieldsOf(app), ...inputFieldsOf(app)]
      .filter(({ field }) => field.helpText && field.label && words(field.helpText) === words(field.label))
      .map(({ item }) => ({ item, problem: 'has a help text that only repeats its label' })),
};
