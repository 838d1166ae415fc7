import { authFieldsOf, inputFieldsOf, type Rule, stepsOf } from '../rule.ts';

// Zapier does not publish its list of small words; these are the ones that common style guides agree on.
const small = new Set(
  [
    'a',
    'an',
    'and',
    'as',
    'at',
    'but',
    'by',
    'for',
    'from',
    'if',
    'in',
    'into',
    'nor',
    'of',
    'on',
    'or',
    'over',
  ].concat(['per', 'so', 'the', 'to', 'up', 'via', 'with', 'yet']),
);

export const d018: Rule = {
  id: 'D018',
  check: (app) => {
    const shown = stepsOf(app).map(({ item, step }) => ({ item, label: step.display.label }));
    const fields = [...authFieldsOf(app), ...inputFieldsOf(app)].map(({ item, field }) => ({
      item,
      label: field.label ?? '',
    }));
    return [...shown, ...fields]
      .filter(({ label }) => !isTitleCase(label))
      .map(({ item, label }) => ({ item, problem: `has the label "${label}", which is not in Title Case` }));
  },
};

function isTitleCase(label: string): boolean {
  const words = label.match(/[\p{L}\d][\p{L}\d'-]*/gu) ?? [];
  return words.every((word, index) => {
    const mayBeSmall = small.has(word) && index > 0 && index < words.length - 1;
    return mayBeSmall || /^[\p{Lu}\d]/u.test(word);
  });
}
