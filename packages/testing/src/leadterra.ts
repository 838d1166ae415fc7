import { createHmac } from 'node:crypto';

import { type Sandbox } from '@leadterra/sandbox';

type Value = string | number | null;

/** Calls a sandbox as another program with the key would. Rejects with its answer when that is not 2xx. */
export async function callLeadterra(
  { url, apiKey }: Pick<Sandbox, 'url' | 'apiKey'>,
  method: string,
  path: string,
  body?: object,
): Promise<unknown> {
  const answer = await fetch(url + path, {
    method,
    headers: { authorization: `Bearer ${apiKey}`, ...(body && { 'content-type': 'application/json' }) },
    body: body && JSON.stringify(body),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${text}`);
  return text === '' ? undefined : JSON.parse(text);
}

/** Rows of the sandbox's database. */
export function rows({ database }: Pick<Sandbox, 'database'>, sql: string, ...values: Value[]) {
  return database
    .prepare(sql)
    .all(...values)
    .map((row) => ({ ...row }));
}

/** The first column of all of a query's rows. */
export function column(sandbox: Pick<Sandbox, 'database'>, sql: string, ...values: Value[]): string[] {
  return rows(sandbox, sql, ...values).map((row) => String(Object.values(row)[0]));
}

/** The first column of a query's first row, as a number. */
export function count(sandbox: Pick<Sandbox, 'database'>, sql: string, ...values: Value[]): number {
  return Number(column(sandbox, sql, ...values)[0]);
}

/** Creates a campaign with one step and returns its ID. */
export async function createCampaign(sandbox: Sandbox, name = 'Campaign'): Promise<string> {
  const sequenceSteps = [{ subject: 'Hello {{firstName}}', bodyHtml: '<p>Hello</p>' }];
  await callLeadterra(sandbox, 'POST', '/v1/campaigns', { name, sequenceSteps });
  const [id] = column(sandbox, 'SELECT id FROM campaigns WHERE name = ?', name);
  if (id === undefined) throw new Error(`There is no campaign ${name}.`);
  return id;
}

/** The webhooks that Leadterra has for us, with the secrets that only it knows. */
export function webhooks(sandbox: Sandbox) {
  return rows(sandbox, 'SELECT id, url, events, secret FROM webhooks WHERE deleted_at IS NULL').map(
    (row) => ({
      id: String(row['id']),
      url: String(row['url']),
      events: String(row['events']).split(/[ ,]/),
      secret: String(row['secret']),
    }),
  );
}

/** The one webhook that there is; throws if there is none or another. */
export function onlyWebhook(sandbox: Sandbox) {
  const [webhook, ...others] = webhooks(sandbox);
  if (!webhook || others.length > 0)
    throw new Error(`There are ${others.length + (webhook ? 1 : 0)} webhooks.`);
  return webhook;
}

/** The body of a bounce event. */
export function bounce(messageId: string, data: object = {}): string {
  const fields = {
    messageId,
    bounceType: 'hard',
    bounceReason: '550 no such user',
    campaignId: 'camp_1',
    email: 'ada@alpha.example',
  };
  return JSON.stringify({
    event: 'message.bounced',
    timestamp: '2026-03-01T10:00:00Z',
    data: { ...fields, ...data },
  });
}

/** Posts JSON, whatever the text, and returns the status of the answer. Rejects once `patience` aborts. */
export async function post(
  url: string,
  body: string,
  headers: Record<string, string> = {},
  patience?: AbortSignal,
): Promise<number> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
    signal: patience,
  });
  await answer.arrayBuffer();
  return answer.status;
}

/** What signs a delivery, in hexadecimal digits. */
export function hmac(secret: string, body: string): string {
  return createHmac('sha256', secret).update(body).digest('hex');
}

/** Delivers an event as Leadterra does, and returns the status of the answer. Rejects once `patience` aborts. */
export async function deliver(
  url: string,
  secret: string,
  body: string,
  patience?: AbortSignal,
): Promise<number> {
  return await post(url, body, { 'x-leadterra-signature': hmac(secret, body) }, patience);
}
