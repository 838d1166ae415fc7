// For plain Node scripts only: neither n8n nor Zapier lets their apps touch files.
import { createHash } from 'node:crypto';
import { appendFile, readFile, rename, writeFile } from 'node:fs/promises';

import { type EnrollmentMemory } from './enrollment/memory';
import { isRecord } from './json';

/** Of SHA-256, in base64: 96 bits. */
const keyLength = 16;

/**
 * A memory of enrolled leads in a file, for one process at a time: a line for each lead, which holds hashes and no
 * address. A line that a crash cut off is passed over: that lead is sent again.
 * @param file its path; the file is made when there is something to remember
 */
export function fileMemory(file: string): EnrollmentMemory {
  let loading: Promise<Map<string, string>> | undefined;
  const known = () => (loading ??= load(file));
  return {
    recall: async (campaignId, emails) => {
      const contents = await known();
      return emails.map((email) => contents.get(keyOf(campaignId, email)));
    },
    remember: async (campaignId, leads) => {
      const contents = await known();
      const lines = leads.map(({ email, content }) => `${keyOf(campaignId, email)} ${content}\n`);
      await appendFile(file, lines.join(''));
      for (const { email, content } of leads) contents.set(keyOf(campaignId, email), content);
    },
  };
}

function keyOf(campaignId: string, email: string): string {
  return createHash('sha256').update(`${campaignId} ${email}`).digest('base64url').slice(0, keyLength);
}

async function load(file: string): Promise<Map<string, string>> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if (isRecord(error) && error['code'] === 'ENOENT') return '';
    throw error;
  });
  const lines = text.split('\n').map((line) => line.split(' '));
  const contents = new Map<string, string>();
  for (const [key, content, ...more] of lines)
    if (key?.length === keyLength && content !== undefined && more.length === 0) contents.set(key, content);
  if (text !== '' && (lines.length > 2 * contents.size || !text.endsWith('\n')))
    await rewrite(file, contents);
  return contents;
}

/** Without the lines that later ones have overtaken, and what a crash left behind. */
async function rewrite(file: string, contents: Map<string, string>): Promise<void> {
  const draft = `${file}.new`;
  await writeFile(draft, Array.from(contents, ([key, content]) => `${key} ${content}\n`).join(''));
  await rename(draft, file);
}
