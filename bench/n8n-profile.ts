// Where the time of n8n's own process goes, by whose code it is.
import { type N8n } from '@leadterra/testing/n8n';

import { type Parts } from './compare.ts';
import { libraryOf, ofOne, type PartOf, partOfNode, profileProcess } from './profile.ts';

const partOf: PartOf = (frame) => {
  const library = libraryOf(frame.url);
  if (library === undefined) return partOfNode(frame);
  if (library === 'n8n-nodes-leadterra') return 'our node';
  return /^@?n8n/.test(library) ? 'n8n' : library;
};

/** What n8n does during some work, divided by how often it is done in that. */
export async function profileN8n(n8n: N8n, times: number, work: () => Promise<void>): Promise<Parts> {
  return ofOne(await profileProcess(n8n.pid, work, partOf), times);
}
