import { type Finding, leavesOf, type Rule, stepsOf } from '../rule.ts';

export const d024: Rule = {
  id: 'D024',
  check: (app) =>
    stepsOf(app).flatMap(({ item, step: { operation } }) => {
      const { sample, outputFields } = operation;
      const fields = outputFields.filter((field) => typeof field !== 'string');
      if (sample === undefined || fields.length === 0) return [];
      const values = new Map(leavesOf(sample));
      const declared = new Map(fields.map(({ key, type }) => [key.replaceAll('__', '.'), type]));
      const findings: Finding[] = [];
      for (const [key, type] of declared) {
        if (!values.has(key))
          findings.push({ item: `${item}.${key}`, problem: 'is an output field but not in the sample' });
        else if (!fits(values.get(key), type))
          findings.push({ item: `${item}.${key}`, problem: `is no ${type ?? 'text'} in the sample` });
      }
      for (const key of values.keys())
        if (!declared.has(key))
          findings.push({ item: `${item}.${key}`, problem: 'is in the sample but no output field' });
      return findings;
    }),
};

function fits(value: unknown, type = 'string'): boolean {
  switch (type) {
    case 'integer':
      return Number.isInteger(value);
    case 'number':
    case 'boolean':
      return typeof value === type;
    case 'datetime':
      return typeof value === 'string' && !Number.isNaN(Date.parse(value));
    default:
      return typeof value === 'string';
  }
}
