import { type Field } from '../definition.ts';
import { inputFieldsOf, type Rule } from '../rule.ts';

export const d004: Rule = {
  id: 'D004',
  check: (app) =>
    inputFieldsOf(app).flatMap(({ item, field }) => {
      const problems: string[] = [];
      if (takesId(field) && !field.dynamic && !field.choices)
        problems.push('is an ID to be typed: it should have a dropdown');
      if (/\bIDs?$/.test(field.label ?? ''))
        problems.push('has a label that ends in "ID": say what is chosen');
      return problems.map((problem) => ({ item, problem }));
    }),
};

/** Whether a field is an ID by its key, or by what is said of it. */
function takesId({ key, type, label = '', helpText = '', placeholder = '' }: Field): boolean {
  if (type === 'copy') return false;
  const isCalledSo =
    /(^|_)ids?$|[a-z]I[Dd]s?$/.test(key) ||
    /\bIDs?\b/.test(label) ||
    /(?<!not )\b(the|its|an) IDs?\b/i.test(helpText);
  // As Leadterra's own: `camp_01HZA1TPNQ8RD4KF`.
  return isCalledSo || /^[a-z]{2,12}_(?=[0-9A-Z]*\d)[0-9A-Z]{6,}$/.test(placeholder);
}
