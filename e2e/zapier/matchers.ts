// Jest types its matchers as `any`, which would switch off the types of whatever they stand in.
export const containing = (text: string): unknown => expect.stringContaining(text);
export const matching = (pattern: RegExp): unknown => expect.stringMatching(pattern);
export const someText: unknown = expect.any(String);
export const someNumber: unknown = expect.any(Number);
