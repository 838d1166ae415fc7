import { startStandIn } from '@leadterra/testing/stand-in';
import { openZapierApp } from '@leadterra/testing/zapier';

import { closeConnected, connected, newCampaign } from './support.ts';

const apiKey = 'sk_test_Secret7Key7Of7The7Test';
const secret = 'whsec_Secret7OfTheWebhook';

test.each([
  ['known from the registration alone', { apiKey }],
  ['known to the connected account too', { apiKey, signingSecret: secret }],
])('shows neither key nor signing secret, %s, in an output, error or log line', async (_, auth) => {
  const said: unknown[] = [];
  const say = async (run: Promise<unknown>) => {
    said.push(
      await run.catch((error: unknown) => (error instanceof Error ? [error.message, error.stack] : error)),
    );
  };
  const { sandbox, zapier } = await connected({ apiKey, signingSecret: secret }, auth);
  const receiver = await startStandIn();
  try {
    await say(zapier.authTest());
    // The subscription itself has to hold the secret: Zapier keeps it, and shows it to nobody.
    const subscription = await zapier.subscribe('message_bounced', receiver.url);
    expect(subscription.secret).toBe(secret);
    await say(zapier.hook('message_bounced', '{}', {}, subscription));
    await say(zapier.hook('message_bounced', '{"event":"message.bounced"}', {}, { id: 'wh_0' }));

    await say(newCampaign(zapier, 'Quiet'));
    await say(zapier.create('enroll_lead', { campaign: 'camp_0', email: 'ava@example.com' }));
    await say(zapier.create('start_campaign', { campaign: '' }));
    for (const fault of [
      'key-revoked',
      'html-page',
      'truncated-json',
      'connection-closed',
      'status-500',
      'status-429',
    ]) {
      sandbox.setFaults({ next: [fault] });
      await say(zapier.performList('message_bounced'));
      sandbox.setFaults({ next: [fault] });
      await say(zapier.unsubscribe('message_bounced', subscription));
    }
    await say(zapier.definition());
  } finally {
    await closeConnected();
  }

  const logs = zapier.logs();
  expect(logs).toContain('/v1/campaigns');
  for (const text of [JSON.stringify(said), logs])
    for (const hidden of [apiKey, secret, 'Secret7']) expect(text).not.toContain(hidden);
});

test('a server that repeats the API key brings it into no output, error or log line', async () => {
  const inBase64 = Buffer.from(`Bearer ${apiKey}`).toString('base64');
  const echo = [apiKey, `x${apiKey}x`, `Bearer%20${apiKey}`, inBase64].join(' ');
  const server = await startStandIn((response, { method }) => {
    const isList = method === 'GET';
    response.writeHead(isList ? 200 : 400, { 'x-request-id': echo });
    response.end(JSON.stringify(isList ? [{ id: echo, email: echo }] : { code: echo, message: echo }));
  });
  const zapier = await openZapierApp({ baseUrl: server.url, auth: { apiKey } });
  const said: unknown[] = [];
  try {
    said.push(await zapier.authTest(), await zapier.performList('reply_received'));
    const error: unknown = await zapier
      .create('start_campaign', { campaign: 'camp_0' })
      .catch((thrown: unknown) => thrown);
    said.push(String(error), { ...Object(error) });
  } finally {
    await zapier.close();
    await server.close();
  }
  const shown = JSON.stringify(said);
  expect(shown).toContain('[redacted]');
  for (const text of [shown, zapier.logs()])
    for (const hidden of ['Secret7', inBase64.slice(12, 40)]) expect(text).not.toContain(hidden);
});
