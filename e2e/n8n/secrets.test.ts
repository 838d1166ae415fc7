import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import { createCampaign, onlyWebhook } from '@leadterra/testing/leadterra';
import { outputsOf } from '@leadterra/testing/n8n-execution';
import { campaignById, leadterraNode, listener, trigger } from '@leadterra/testing/n8n-workflow';
import { type StandIn, startStandIn } from '@leadterra/testing/stand-in';

import { useN8n } from './support.ts';

const { n8n, startLeadterra, run } = useN8n();

const apiKey = 'sk_test_5ecre7_k3y_that_must_stay_inside';
const signingSecret = 'whsec_5ecre7_of_the_deliveries';
const configuredSecret = 'whsec_5ecre7_from_the_credential';

/** Where n8n keeps a secret in the clear: in a table, in a file, or in what it printed. */
async function placesOf(secret: string): Promise<string[]> {
  const folder = path.join(n8n().folder, '.n8n');
  const database = new DatabaseSync(path.join(folder, 'database.sqlite'), {
    readOnly: true,
    timeout: 10_000,
  });
  const tables = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all();
  const places = tables.flatMap((table) => {
    const name = String(table['name']);
    const found = database.prepare(`SELECT * FROM "${name}"`).all();
    return found.some((row) => Object.values(row).some((value) => String(value).includes(secret)))
      ? [name]
      : [];
  });
  database.close();
  for (const file of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!file.isFile() || file.parentPath.includes('node_modules')) continue;
    const bytes = await readFile(path.join(file.parentPath, file.name));
    if (bytes.includes(secret)) places.push(file.name);
  }
  if (n8n().log.includes(secret)) places.push('log');
  return places;
}

test('the API key, the signing secrets and the URL token show up in no output, error, log or saved run', async () => {
  const sandbox = await startLeadterra({ apiKey, signingSecret });
  const data = { apiKey, baseUrl: sandbox.url, webhookSigningSecret: configuredSecret };
  await n8n().createCredential('leadterraApi', 'Secrets', data);
  const campaignId = await createCampaign(sandbox);
  const campaign = campaignById(campaignId);
  const enroll = { resource: 'lead', operation: 'enroll', campaign, leadSource: 'auto' };

  // Results and errors of several kinds.
  await run([{ email: 'ada@alpha.example' }], leadterraNode('Enroll', enroll));
  await run([{ email: 'nobody' }], leadterraNode('Enroll', enroll));
  await run(
    [{}],
    leadterraNode('Leadterra', {
      resource: 'campaign',
      operation: 'start',
      campaign: campaignById('camp_none'),
    }),
  );
  for (const fault of ['key-revoked:0', 'html-page', 'connection-closed']) {
    sandbox.setFaults({ always: [fault] });
    const create = { resource: 'campaign', operation: 'create', name: fault, sequenceSteps: {} };
    const execution = await run([{}], leadterraNode('Create', create));
    expect(execution.status).toBe('error');
  }
  sandbox.setFaults({});

  // The trigger: a delivery that is taken and one that is refused.
  const id = await n8n().importWorkflow(listener(trigger({ events: ['campaign.started'] })));
  await n8n().activate(id);
  const url = new URL(onlyWebhook(sandbox).url);
  await run([{}], leadterraNode('Leadterra', { resource: 'campaign', operation: 'start', campaign }));
  await n8n().waitForExecutions(id);
  await fetch(url, { method: 'POST', body: '{}' });

  // The search itself finds what is there.
  expect(await placesOf(campaignId)).toContain('execution_data');
  const token = url.searchParams.get('token') ?? '';
  expect(token).toHaveLength(32);
  for (const secret of [apiKey, signingSecret, configuredSecret, token])
    expect(await placesOf(secret)).toEqual([]);
});

/** A server that repeats the key of each request, in every way that it can. */
async function startEcho(): Promise<StandIn> {
  return await startStandIn((response, { headers: { authorization = '' }, method, path: asked }) => {
    const echo = [
      authorization,
      `x${authorization.slice('Bearer '.length)}x`,
      encodeURIComponent(authorization),
      Buffer.from(authorization).toString('base64'),
    ].join(' ');
    const isList = method === 'GET' && asked.startsWith('/v1/replies');
    const body = isList ? [{ id: `rpl_${echo}`, threadSnippet: echo }] : { code: echo, message: echo };
    response.writeHead(isList ? 200 : 400, { 'x-request-id': echo }).end(JSON.stringify(body));
  });
}

test('a server that repeats the API key brings it into no output, error, log or saved run', async () => {
  const echo = await startEcho();
  const echoedKey = 'sk_test_3ch0ed_k3y_that_must_stay_inside';
  await n8n().connect({ url: echo.url, apiKey: echoedKey });
  const campaign = campaignById('camp_1');
  const start = leadterraNode('Start campaign', { resource: 'campaign', operation: 'start', campaign });
  expect((await run([{}], start)).status).toBe('error');
  const replies = leadterraNode('Replies', { resource: 'reply', operation: 'getMany', returnAll: true });
  const listed = await run([{}], replies);
  expect(JSON.stringify(outputsOf(listed, 'Replies'))).toContain('[redacted]');
  expect(echo.requests.map(({ headers }) => headers.authorization)).toContain(`Bearer ${echoedKey}`);

  const inBase64 = Buffer.from(`Bearer ${echoedKey}`).toString('base64').slice(12, 60);
  for (const trace of [echoedKey, inBase64]) expect(await placesOf(trace)).toEqual([]);
});

test('a credential test sends no key to a host that only its user name makes look like this machine', async () => {
  const echo = await startEcho();
  const baseUrl = echo.url.replace('//', '//localhost:80@');
  const data = { apiKey, baseUrl, webhookSigningSecret: '' };
  const credential = { type: 'leadterraApi', name: 'Evil', data };
  const id = await n8n().createCredential(credential.type, credential.name, data);
  const tested = await n8n().api.editor('POST', '/credentials/test', { credentials: { id, ...credential } });
  expect(tested).toMatchObject({ data: { status: 'Error' } });
  expect(echo.requests).toEqual([]);
});
