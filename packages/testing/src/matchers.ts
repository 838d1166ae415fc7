/** Jest's matchers, whose types say `any`, as values that fit anywhere in an expectation. */
export const text: unknown = expect.any(String);
export const number: unknown = expect.any(Number);
export const something: unknown = expect.anything();

export function containing(part: string): unknown {
  return expect.stringContaining(part);
}

export function listWith(items: unknown[]): unknown {
  return expect.arrayContaining(items);
}

export function having(part: object): unknown {
  return expect.objectContaining(part);
}
