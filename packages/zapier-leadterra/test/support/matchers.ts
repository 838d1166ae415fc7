// Jest types its matchers as `any`, which would switch off the types of whatever they stand in.
export const containing = (text: string): unknown => expect.stringContaining(text);
export const matching = (pattern: RegExp): unknown => expect.stringMatching(pattern);
