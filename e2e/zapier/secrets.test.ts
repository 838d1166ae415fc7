import { startStandIn } from '@leadterra/testing/stand-in';

import { closeConnected, connected } from './support.ts';

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

    await say(zapier.create('create_campaign', { name: 'Quiet', steps: [{ subject: 's', bodyHtml: 'b' }] }));
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
