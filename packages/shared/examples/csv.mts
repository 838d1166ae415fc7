// Enrolls every row of a CSV file, however long, and writes down what became of those that were not enrolled:
// node examples/csv.mts contacts.csv CAMPAIGN_ID
import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';

import { type LeadOutcome, LeadterraClient, streamRecords } from '@leadterra/shared';
import { axiosTransport } from '@leadterra/shared/axios';
import { parse } from 'csv-parse';

const [file = 'contacts.csv', campaignId = ''] = process.argv.slice(2);

const client = new LeadterraClient({
  transport: axiosTransport({
    apiKey: process.env['LEADTERRA_API_KEY'] ?? '',
    // For the sandbox; without it, Leadterra itself.
    baseUrl: process.env['LEADTERRA_URL'],
  }),
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
});

function reasonOf(outcome: LeadOutcome): string {
  if (outcome.status === 'failed') return outcome.error.message;
  if (outcome.status === 'duplicate') return `the same address as in record ${outcome.of + 1}`;
  return 'reason' in outcome ? outcome.reason : '';
}

const { size } = await stat(file);
const input = createReadStream(file);
const rows = input.pipe(parse({ columns: true, bom: true, skip_empty_lines: true }));
const others = createWriteStream(`${file}.not-enrolled.jsonl`);

const { totals } = await streamRecords(
  client,
  {
    campaignId,
    records: rows,
    source: 'spreadsheet',
    onProgress: ({ settled }) => {
      const share = size === 0 ? 1 : input.bytesRead / size;
      const bar = '█'.repeat(Math.round(share * 30)).padEnd(30, '░');
      process.stderr.write(`\r${bar} ${Math.round(share * 100)} %, ${settled} records`);
    },
  },
  async (settled) => {
    for (const { index, outcome } of settled) {
      if (outcome.status === 'enrolled') continue;
      const line = { record: index + 1, status: outcome.status, reason: reasonOf(outcome) };
      if (!others.write(`${JSON.stringify(line)}\n`)) await once(others, 'drain');
    }
  },
);
others.end();
await once(others, 'finish');
process.stderr.write('\n');
console.log(totals);
