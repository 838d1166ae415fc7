/**
 * A function that remembers what it found for a text. The bounds keep records with invented keys, and free text, from
 * filling the memory.
 */
export function remembering<T extends object>(
  find: (text: string) => T,
  most: number,
  longest: number,
): (text: string) => T {
  const remembered = new Map<string, T>();
  return (text) => {
    const known = remembered.get(text);
    if (known !== undefined) return known;
    const found = find(text);
    if (text.length > longest) return found;
    if (remembered.size >= most) remembered.clear();
    remembered.set(text, found);
    return found;
  };
}
