import { type Definition, type Field } from '../definition.ts';
import { inputFieldsOf, type Rule } from '../rule.ts';

export const r003 = (released: Definition): Rule => ({
  id: 'R003',
  check: (app) => {
    const now = new Map(inputFieldsOf(app).map(({ item, field }) => [item, new Set(valuesOf(field))]));
    return inputFieldsOf(released).flatMap(({ item, field }) => {
      const kept = now.get(item);
      // A field that is gone is for C002; one without choices takes anything.
      if (kept === undefined || kept.size === 0) return [];
      return valuesOf(field)
        .filter((value) => !kept.has(value))
        .map((value) => ({ item, problem: `has no choice "${value}" any more, which Zaps may have made` }));
    });
  },
});

function valuesOf({ choices }: Field): string[] {
  if (Array.isArray(choices)) {
    return choices.map((choice: unknown) => {
      const value: unknown =
        typeof choice === 'object' && choice !== null ? Reflect.get(choice, 'value') : choice;
      return String(value);
    });
  }
  return typeof choices === 'object' && choices !== null && !('perform' in choices)
    ? Object.keys(choices)
    : [];
}
