import { ApiError } from './api-error';

/** One finding of the JSON schema validator, as Fastify hands it on. */
export type SchemaProblem = {
  keyword: string;
  instancePath: string;
  params: Record<string, unknown>;
  message?: string;
};

/**
 * Says in words what is wrong, and where: `leads/3: unknown field "x"`. `path` is the place inside the input. By hand,
 * as Ajv's own words do not name the field that is unknown.
 */
export function describeProblem(problem: SchemaProblem, path = problem.instancePath.slice(1)): string {
  const where = path === '' ? '' : `${path}: `;
  if (problem.keyword === 'additionalProperties') {
    return `${where}unknown field "${String(problem.params['additionalProperty'])}"`;
  }
  if (problem.keyword === 'required') {
    return `${where}field "${String(problem.params['missingProperty'])}" is missing`;
  }
  return `${where}${problem.message ?? 'is not valid'}`;
}

/** The 400 for input that does not fit its schema. */
export class InvalidInput extends ApiError {
  constructor(
    readonly problems: SchemaProblem[],
    part: string,
  ) {
    const all = problems.map((problem) => describeProblem(problem)).join('; ');
    super(400, 'invalid_request', `The ${part} is not valid. ${all}.`);
  }
}

/** What the schema validator found in a request whose route sorts out the findings by itself. */
export function problemsOf(error: Error | undefined): SchemaProblem[] {
  return error instanceof InvalidInput ? error.problems : [];
}
