/**
 * A value that is made when it is first asked for. Hosts load this code anew for each run, most of which map no record,
 * and a pattern with `\p{…}` takes up to a millisecond to be read.
 */
export function lazily<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
