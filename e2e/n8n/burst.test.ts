import { startSandbox } from '@leadterra/sandbox';
import { bounce, deliver, onlyWebhook } from '@leadterra/testing/leadterra';
import { N8n } from '@leadterra/testing/n8n';
import { listener, trigger } from '@leadterra/testing/n8n-workflow';

/** How long Leadterra waits for an answer. */
const patienceMs = 10_000;

test('of 200 events at once, whose sender hangs up on a slow n8n and delivers them again, each starts one run', async () => {
  const sandbox = await startSandbox({ timeScale: 0 });
  const n8n = await N8n.start({ throttle: 0.3 });
  try {
    await n8n.connect(sandbox);
    const id = await n8n.importWorkflow(listener(trigger()));
    await n8n.activate(id);
    const { url, secret } = onlyWebhook(sandbox);

    const attempts = Array.from({ length: 200 }, async (_, index) => {
      for (let count = 1; ; count += 1) {
        const patience = AbortSignal.timeout(patienceMs);
        const status = await deliver(url, secret, bounce(`msg_${index}`), patience).catch(() => 'hung up');
        if (status === 200) return count;
      }
    });
    const counts = await Promise.all(attempts);

    expect(Math.max(...counts)).toBeGreaterThan(1);
    expect(await n8n.countExecutions(id, 200)).toBe(200);
  } finally {
    await n8n.stop();
    await sandbox.close();
  }
}, 900_000);
