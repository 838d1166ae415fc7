import { type Sandbox, startSandbox } from '@leadterra/sandbox';
import { bounce, deliver, onlyWebhook } from '@leadterra/testing/leadterra';
import { N8n } from '@leadterra/testing/n8n';
import { listener, trigger } from '@leadterra/testing/n8n-workflow';

let n8n: N8n;
let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox({ timeScale: 0 });
  // So slow that it answers most of what comes at once only after the sender has hung up.
  n8n = await N8n.start({ throttle: 0.3 });
}, 300_000);

afterAll(async () => {
  await n8n.stop();
  await sandbox.close();
});

test('of 200 events at once, whose sender hangs up after ten seconds and delivers them again, each starts one run', async () => {
  await n8n.connect(sandbox);
  const id = await n8n.importWorkflow(listener(trigger()));
  await n8n.activate(id);
  const { url, secret } = onlyWebhook(sandbox);
  // By Leadterra's documentation, what is not answered within ten seconds has failed.
  const answer = async (body: string) =>
    await deliver(url, secret, body, AbortSignal.timeout(10_000)).catch(() => 'hung up');
  let left = Array.from({ length: 200 }, (_, index) => bounce(`msg_${index}`));
  const hungUp: number[] = [];
  while (left.length > 0) {
    const answers = await Promise.all(left.map(answer));
    left = left.filter((_, index) => answers[index] !== 200);
    hungUp.push(left.length);
    // Leadterra waits for a minute or more.
    await n8n.idle();
  }
  expect(hungUp[0]).toBeGreaterThan(0);
  expect(await n8n.countExecutions(id, 200)).toBe(200);
}, 900_000);
