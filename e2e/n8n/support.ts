import { type Sandbox, type SandboxOptions, startSandbox } from '@leadterra/sandbox';
import { N8n } from '@leadterra/testing/n8n';
import { type Execution } from '@leadterra/testing/n8n-execution';
import { chain, node, type WorkflowNode } from '@leadterra/testing/n8n-workflow';
import { closeStandIns } from '@leadterra/testing/stand-in';

/**
 * Gives a test file a real n8n of its own, started before its tests and stopped after them, with as many sandboxes
 * as it asks for.
 */
export function useN8n() {
  let started: N8n | undefined;
  const sandboxes: Sandbox[] = [];
  let runs = 0;

  const n8n = (): N8n => {
    if (!started) throw new Error('n8n is there from the first test on.');
    return started;
  };

  // On a machine that others use, too, n8n takes minutes to start.
  beforeAll(async () => {
    started = await N8n.start();
  }, 300_000);

  afterAll(async () => {
    await started?.stop();
    await closeStandIns();
    for (const sandbox of sandboxes) await sandbox.close();
  });

  return {
    n8n,

    /** A Leadterra that the workflows imported from now on use. */
    startLeadterra: async (options: SandboxOptions = {}): Promise<Sandbox> => {
      const sandbox = await startSandbox({ timeScale: 0, ...options });
      sandboxes.push(sandbox);
      await n8n().connect(sandbox);
      return sandbox;
    },

    /** Runs nodes one after the other on these items. */
    run: async (items: object[], ...nodes: WorkflowNode[]): Promise<Execution> => {
      const path = `run-${runs++}`;
      const start = [
        node('Start', 'n8n-nodes-base.webhook', 2.1, { httpMethod: 'POST', path, options: {} }),
        node('Items', 'n8n-nodes-base.splitOut', 1, { fieldToSplitOut: 'body.items', options: {} }),
      ];
      const id = await n8n().importWorkflow(chain(path, [...start, ...nodes]));
      await n8n().activate(id);
      await n8n().callWebhook(path, { items });
      const [execution] = await n8n().waitForExecutions(id);
      if (!execution) throw new Error('There is no execution.');
      return execution;
    },
  };
}
