/** A refusal that the API documents, or that the sandbox guesses; the dialect gives it its shape. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly details: {
      errors?: object[];
      headers?: Record<string, string>;
      /** What stands beside code and message. */
      more?: Record<string, unknown>;
    } = {},
  ) {
    super(message);
  }
}
