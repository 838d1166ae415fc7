/** Enough for all of a usual history's parts to be left out one by one, a few times over. */
const mostTries = 2000;

/**
 * The smallest history that still fails: takes the first of the smaller ones that does, again and again.
 * @param smaller the histories that are like this one with something left out, the boldest first
 */
export async function shrink<History>(
  history: History,
  smaller: (history: History) => Iterable<History>,
  stillFails: (history: History) => Promise<boolean>,
): Promise<History> {
  let smallest = history;
  let tries = 0;
  search: for (;;) {
    for (const candidate of smaller(smallest)) {
      if (++tries > mostTries) return smallest;
      if (!(await stillFails(candidate))) continue;
      smallest = candidate;
      continue search;
    }
    return smallest;
  }
}

/** The list without each half, quarter … and single item of it. */
export function* withoutSome<Item>(items: Item[]): Generator<Item[]> {
  for (let size = Math.ceil(items.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let start = 0; start < items.length; start += size) yield items.toSpliced(start, size);
  }
}
