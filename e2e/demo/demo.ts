// The main job from end to end, on real n8n and the real Zapier runtime: `npm run demo [-- --keep] [-- --json]`. With
// `-- --throttle 0.2`, n8n may run for a fifth of the time only, as on a busy machine.
import { parseArgs } from 'node:util';

import { type Sandbox, startSandbox } from '@leadterra/sandbox';
import { enrollLeads, LeadterraClient } from '@leadterra/shared';
import { axiosTransport } from '@leadterra/shared/axios';
import { N8n } from '@leadterra/testing/n8n';

import { addressesOf, type CrmRecord, crmRecords, earlierCompany } from './crm-records.ts';
import { type Door, openDoor } from './door.ts';
import { runN8nPart } from './n8n-part.ts';
import { addsUp, asTable, type DemoReport, isTrue } from './report.ts';
import { runZapierPart } from './zapier-part.ts';

const { values: options } = parseArgs({
  options: {
    keep: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    throttle: { type: 'string' },
  },
});

/** Says what is going on, beside the result: the result alone goes to standard output. */
async function step<T>(label: string, work: () => Promise<T>): Promise<T> {
  const began = performance.now();
  const result = await work();
  process.stderr.write(`✓ ${label} (${((performance.now() - began) / 1000).toFixed(1)} s)\n`);
  return result;
}

/** A workspace with a past: some contacts are suppressed, some are leads of an earlier campaign. */
async function prepareWorkspace(sandbox: Sandbox, records: CrmRecord[]): Promise<void> {
  const client = new LeadterraClient({
    transport: axiosTransport({ apiKey: sandbox.apiKey, baseUrl: sandbox.url }),
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  });
  await client.suppressEmails(addressesOf(records, 'suppressed'));
  const { id } = await client.createCampaign({ name: 'An earlier campaign', sequenceSteps: [] });
  const leads = addressesOf(records, 'known before').map((email) => ({
    email,
    company: earlierCompany,
  }));
  await enrollLeads(client, { campaignId: id, leads });
}

function whereToLook({ url, apiKey }: Sandbox, door: Door): string {
  return `What Leadterra sent:             ${url}/
The sandbox's API key:           ${apiKey}
The run with the CRM records:    ${door.url}
Ctrl-C stops all of it.
`;
}

async function main(): Promise<void> {
  const began = performance.now();
  const throttle = options.throttle === undefined ? undefined : Number(options.throttle);
  const records = crmRecords();
  const sandbox = await step('Start the sandbox', () =>
    startSandbox({ seed: 1, campaignStatusInStats: true }),
  );
  const n8n = await step('Start n8n with the packed node', () => N8n.start({ throttle }));
  await n8n.connect(sandbox);
  await step('Prepare the workspace', () => prepareWorkspace(sandbox, records));
  const { rows, equation, enrollment } = await step(
    `Run two n8n workflows with ${records.length} CRM records`,
    () => runN8nPart(n8n, sandbox, records),
  );
  rows.push(...(await step('Run the Zapier app', () => runZapierPart(sandbox))));

  const ok = rows.every(isTrue) && addsUp(equation);
  const seconds = Math.round((performance.now() - began) / 1000);
  const report: DemoReport = { rows, equation, seconds, ok };
  process.stdout.write(
    options.json ? `${JSON.stringify(report, undefined, 2)}\n` : `\n${asTable(report)}\n\n`,
  );
  process.exitCode = ok ? 0 : 1;

  if (options.keep) {
    const door = await openDoor(n8n, enrollment);
    process.stderr.write(whereToLook(sandbox, door));
    await new Promise((resolve) => process.once('SIGINT', resolve).once('SIGTERM', resolve));
    door.close();
  } else if (!options.json) {
    process.stdout.write(
      'Look around yourself: npm run demo -- --keep leaves n8n and the sandbox running.\n',
    );
  }
  await n8n.stop();
  await sandbox.close();
}

await main();
