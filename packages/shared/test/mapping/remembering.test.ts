import { remembering } from '../../src/mapping/remembering';

describe('what was found for a text', () => {
  const looked: string[] = [];
  const lengthOf = remembering(
    (text) => {
      looked.push(text);
      return { length: text.length };
    },
    2,
    3,
  );
  beforeEach(() => (looked.length = 0));

  test('is remembered, and nothing else', () => {
    expect([lengthOf('a'), lengthOf('abc'), lengthOf('a')]).toEqual([
      { length: 1 },
      { length: 3 },
      { length: 1 },
    ]);
    expect(looked).toEqual(['a', 'abc']);
  });

  test('is not remembered for a long one', () => {
    expect([lengthOf('long'), lengthOf('long')]).toEqual([{ length: 4 }, { length: 4 }]);
    expect(looked).toEqual(['long', 'long']);
  });

  test('is forgotten with all others once there are too many', () => {
    for (const text of ['a', 'abc', 'b', 'a', 'b']) lengthOf(text);
    expect(looked).toEqual(['b', 'a']);
  });
});
