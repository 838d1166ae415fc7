import { type Entries } from './input';
import { readList } from './read-list';
import { readStream } from './read-stream';
import { type Parts } from './run';

/** How to read entries: an array as a whole, anything else as it comes. */
export function readingOf<Entry>(entries: Entries<Entry>, signal: AbortSignal | undefined) {
  return async (parts: Parts<Entry>): Promise<void> => {
    if (isList(entries)) await readList(entries, parts);
    else await readStream(entries, parts, signal);
  };
}

function isList<Entry>(entries: Entries<Entry>): entries is Entry[] {
  return Array.isArray(entries);
}
