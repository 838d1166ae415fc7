import { type Sandbox } from '@leadterra/sandbox';
import { column, count } from '@leadterra/testing/leadterra';
import { startStandIn } from '@leadterra/testing/stand-in';
import { openZapierApp } from '@leadterra/testing/zapier';

import { type Row } from './report.ts';

const people = [
  { email: 'ines@zap.example', firstName: 'Inès', company: 'Zapfen' },
  { email: 'hard-bounce@zap.example', firstName: 'Hal', company: 'Halde' },
];

/** What a Zap does, by the zipped app: create, enroll, start, react to a bounce, pause. */
export async function runZapierPart(sandbox: Sandbox): Promise<Row[]> {
  const app = await openZapierApp({ baseUrl: sandbox.url, auth: { apiKey: sandbox.apiKey } });
  const zap = await startStandIn();
  try {
    await app.authTest();
    const subscription = await app.subscribe('message_bounced', zap.url);
    await app.createInZap('create_campaign', {
      name: 'Demo by Zapier',
      step1Subject: 'Hello [[firstName]]',
      step1BodyHtml: '<p>How is [[company]]?</p>',
    });
    const [campaign = ''] = column(sandbox, `SELECT id FROM campaigns WHERE name = 'Demo by Zapier'`);
    for (const person of people) await app.createInZap('enroll_lead', { campaign, ...person });
    await app.create('start_campaign', { campaign });
    const { body, headers } = await zap.first;
    const events = await app.hook('message_bounced', body, headers, subscription);
    const forged = await app
      .hook('message_bounced', body.replace('hard', 'soft'), headers, subscription)
      .catch(() => []);
    await app.unsubscribe('message_bounced', subscription);
    await app.create('pause_campaign', { campaign });

    const step = 'Zapier: the zipped app';
    const [status = ''] = column(sandbox, 'SELECT status FROM campaigns WHERE id = ?', campaign);
    const subjects = column(
      sandbox,
      'SELECT subject FROM messages WHERE campaign_id = ? ORDER BY subject',
      campaign,
    );
    const enrolled = count(sandbox, 'SELECT count(*) FROM enrollments WHERE campaign_id = ?', campaign);
    const webhooks = count(
      sandbox,
      'SELECT count(*) FROM webhooks WHERE url = ? AND deleted_at IS NULL',
      zap.url,
    );
    const startedBy = (result: unknown) => (Array.isArray(result) ? result.length : 0);
    return [
      { step, what: 'leads enrolled', expected: people.length, database: enrolled },
      { step, what: 'emails sent', expected: 'Hello Hal, Hello Inès', database: subjects.join(', ') },
      { step, what: 'Zaps started by the bounce', expected: 1, database: startedBy(events) },
      { step, what: 'Zaps started by a forged bounce', expected: 0, database: startedBy(forged) },
      { step, what: 'webhooks left behind', expected: 0, database: webhooks },
      { step, what: 'campaign', expected: 'paused', database: status },
    ];
  } finally {
    await app.close();
    await zap.close();
  }
}
