import { type Definition, type Field, type Step } from './definition.ts';

/** One thing that Zapier's review would object to. `item` is its place in the definition. */
export type Finding = { item: string; problem: string };

/** A publishing check of Zapier's, by the ID that its reports use. */
export type Rule = { id: string; check: (app: Definition) => Finding[] };

/** The triggers, searches and creates with their places. */
export function stepsOf(app: Definition): { item: string; step: Step }[] {
  return (['triggers', 'searches', 'creates'] as const).flatMap((kind) =>
    Object.entries(app[kind]).map(([key, step]) => ({ item: `${kind}.${key}`, step })),
  );
}

/** The input fields that a step always has, line items included. */
export function inputFieldsOf(app: Definition): { item: string; field: Field }[] {
  return stepsOf(app).flatMap(({ item, step }) =>
    step.operation.inputFields
      .flatMap((field) => (typeof field === 'string' ? [] : [field, ...(field.children ?? [])]))
      .map((field) => ({ item: `${item}.${field.key}`, field })),
  );
}

export function authFieldsOf(app: Definition): { item: string; field: Field }[] {
  return (app.authentication?.fields ?? []).map((field) => ({ item: `authentication.${field.key}`, field }));
}

/** Every text of the definition with its place. */
export function textsOf(value: unknown, item = ''): { item: string; text: string }[] {
  if (typeof value === 'string') return [{ item, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    textsOf(inner, item === '' ? key : `${item}.${key}`),
  );
}

/** The texts that Zapier shows as Markdown. */
export function helpTextsOf(app: Definition): { item: string; text: string }[] {
  const described = stepsOf(app).map(({ item, step }) => ({ item, text: step.display.description }));
  const helped = [...authFieldsOf(app), ...inputFieldsOf(app)].flatMap(({ item, field }) =>
    field.helpText === undefined ? [] : [{ item, text: field.helpText }],
  );
  return [...described, ...helped];
}

/** The values of a sample under the keys that output fields use: `address.city`, `items[]name`. */
export function leavesOf(sample: object, prefix = ''): [string, unknown][] {
  return Object.entries(sample).flatMap(([key, value]: [string, unknown]): [string, unknown][] => {
    if (Array.isArray(value)) {
      const first: unknown = value[0];
      return typeof first === 'object' && first !== null
        ? leavesOf(first, `${prefix}${key}[]`)
        : [[prefix + key, first]];
    }
    return typeof value === 'object' && value !== null
      ? leavesOf(value, `${prefix}${key}.`)
      : [[prefix + key, value]];
  });
}
