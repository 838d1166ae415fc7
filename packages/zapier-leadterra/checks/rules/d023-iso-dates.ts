import { type Rule, stepsOf, textsOf } from '../rule.ts';

const looksLikeDate = /^\d{4}-\d{2}-\d{2}([T ].*)?$|^\d{1,2}[/.]\d{1,2}[/.]\d{2,4}/;
const iso = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/;

export const d023: Rule = {
  id: 'D023',
  check: (app) =>
    stepsOf(app)
      .flatMap(({ item, step }) => textsOf(step.operation.sample, `${item}.sample`))
      .filter(({ text }) => looksLikeDate.test(text) && !iso.test(text))
      .map(({ item, text }) => ({ item, problem: `is "${text}", no ISO 8601 time with its zone` })),
};
