/** Jest's matchers, whose types say `any`, which would switch off the types of whatever they stand in. */
export const someText: unknown = expect.any(String);
export const someNumber: unknown = expect.any(Number);
export const something: unknown = expect.anything();

export const containing = (part: string): unknown => expect.stringContaining(part);
export const matching = (pattern: RegExp): unknown => expect.stringMatching(pattern);
export const listWith = (items: unknown[]): unknown => expect.arrayContaining(items);
export const having = (part: object): unknown => expect.objectContaining(part);
