import { once } from 'node:events';

import { type Sandbox, type SandboxOptions, startSandbox } from '@leadterra/sandbox';
import { missingForQueueMode } from '@leadterra/testing/find-program';
import { callLeadterra, count, createCampaign, post } from '@leadterra/testing/leadterra';
import { outputsOf } from '@leadterra/testing/n8n-execution';
import { type N8nProcess } from '@leadterra/testing/n8n-process';
import { QueueModeN8n } from '@leadterra/testing/n8n-queue';
import { listener, trigger } from '@leadterra/testing/n8n-workflow';
import { until } from '@leadterra/testing/until';

import { contacts, enrollingWorkflow, enrollments, expectedEnrollments } from '../n8n/enrolling.ts';
import { begunBy, countRuns, deliverBounce, runsByEvent } from './support.ts';

// Five processes of n8n start, and some are started again.
jest.setTimeout(300_000);

(missingForQueueMode().length === 0 ? describe : describe.skip)('n8n in queue mode', () => {
  let queue: QueueModeN8n;
  let processor: N8nProcess;
  let otherProcessor: N8nProcess;
  let workers: N8nProcess[];
  const sandboxes: Sandbox[] = [];

  /** A Leadterra that the workflows imported from now on use. */
  async function startLeadterra(options: SandboxOptions = {}): Promise<Sandbox> {
    const sandbox = await startSandbox({ timeScale: 0, ...options });
    sandboxes.push(sandbox);
    await queue.main.connect(sandbox);
    return sandbox;
  }

  async function activate(workflow: object): Promise<string> {
    const id = await queue.main.importWorkflow(workflow);
    await queue.main.activate(id);
    return id;
  }

  beforeAll(async () => {
    queue = await QueueModeN8n.start();
    const [processors, started] = await Promise.all([
      Promise.all([queue.startWebhookProcessor(), queue.startAnotherWebhookProcessor()]),
      Promise.all([queue.startWorker(), queue.startWorker()]),
    ]);
    [processor, otherProcessor] = processors;
    workers = started;
  });

  afterAll(async () => {
    await queue.stop();
    for (const sandbox of sandboxes) await sandbox.close();
  });

  test('two workers share the runs of one workflow, and every lead is enrolled once', async () => {
    const sandbox = await startLeadterra({ faults: { always: ['latency:100'] } });
    const campaignId = await createCampaign(sandbox);
    const id = await activate(enrollingWorkflow('shared', campaignId, 100));
    for (let run = 0; run < 6; run++)
      expect(
        await post(`${processor.url}/webhook/shared`, JSON.stringify({ contacts: contacts(run * 500, 600) })),
      ).toBe(200);
    const executions = await queue.main.waitForExecutions(id, 6);
    expect(executions.map(({ status }) => status)).toEqual(Array(6).fill('success'));
    expect(enrollments(sandbox, campaignId)).toEqual(expectedEnrollments(0, 3100, campaignId));
    const begun = workers.map((worker) => begunBy(worker));
    expect(begun.every((ids) => ids.length > 0)).toBe(true);
    expect(begun.flat().toSorted()).toEqual(executions.map((one) => one.id).toSorted());
  });

  test('two workers that share a rate limit without knowing of each other enroll every lead', async () => {
    const sandbox = await startLeadterra();
    const campaignId = await createCampaign(sandbox);
    const id = await activate(enrollingWorkflow('limited', campaignId, 50));
    sandbox.setFaults({ always: ['rate-limit:4'] });
    const before = workers.map((worker) => begunBy(worker).length);
    const began = Date.now();
    for (const from of [0, 1000])
      expect(
        await post(`${processor.url}/webhook/limited`, JSON.stringify({ contacts: contacts(from, 1000) })),
      ).toBe(200);
    const executions = await queue.main.waitForExecutions(id, 2);
    const seconds = Math.ceil((Date.now() - began) / 1000);
    expect(workers.map((worker, index) => begunBy(worker).length - (before[index] ?? 0))).toEqual([1, 1]);
    for (const execution of executions)
      expect(outputsOf(execution, 'Enroll')).toMatchObject([[{ input: 1000, enrolled: 1000, failed: 0 }]]);
    expect(enrollments(sandbox, campaignId)).toEqual(expectedEnrollments(0, 2000, campaignId));
    // A run has at most ten requests on their way, and once one is refused sends none before the time it is told,
    // which is never less than a second.
    const refused = count(sandbox, 'SELECT count(*) FROM requests WHERE status = 429');
    expect(refused).toBeGreaterThan(0);
    expect(refused).toBeLessThanOrEqual(2 * 10 * seconds);
  });

  test('of an event that both webhook processors get one after the other, one run is started', async () => {
    const sandbox = await startLeadterra();
    const id = await activate(listener(trigger()));
    for (const message of ['msg_1', 'msg_2', 'msg_3']) {
      expect(await deliverBounce(sandbox, processor, message)).toBe(200);
      expect(await deliverBounce(sandbox, otherProcessor, message)).toBe(200);
      expect(await deliverBounce(sandbox, processor, message)).toBe(200);
    }
    expect(await countRuns(queue.main, id)).toBe(3);

    // What comes to both at the same moment may start two runs: neither has stored it yet.
    const simultaneous = Array.from({ length: 20 }, (_, index) => `msg_both_${index}`);
    const deliveries = simultaneous.flatMap((message) =>
      [processor, otherProcessor].map(async (to) => await deliverBounce(sandbox, to, message)),
    );
    expect(await Promise.all(deliveries)).toEqual(Array(40).fill(200));
    const runs = await countRuns(queue.main, id);
    expect(runs).toBeGreaterThanOrEqual(23);
    expect(runs).toBeLessThanOrEqual(43);
    process.stdout.write(
      `Of 20 events that came to two processors at once, ${runs - 23} started two runs.\n`,
    );

    // With their next event, both store all that they know: a processor that is new knows it too.
    expect(await deliverBounce(sandbox, processor, 'msg_4')).toBe(200);
    expect(await deliverBounce(sandbox, otherProcessor, 'msg_5')).toBe(200);
    await otherProcessor.kill();
    otherProcessor = await queue.startAnotherWebhookProcessor();
    for (const message of ['msg_1', 'msg_2', 'msg_3', 'msg_4', 'msg_5', ...simultaneous])
      expect(await deliverBounce(sandbox, otherProcessor, message)).toBe(200);
    expect(await deliverBounce(sandbox, otherProcessor, 'msg_6')).toBe(200);
    expect(await countRuns(queue.main, id)).toBe(runs + 3);
    expect(await queue.main.countExecutions(id, runs + 3)).toBe(runs + 3);
  });

  test('events whose delivery a killed webhook processor cut off are delivered again: none is lost', async () => {
    // At a tenth of the pace, Leadterra waits 100 s for an answer: what fails here fails for the kill.
    const sandbox = await startLeadterra({ bounce: { hard: [/^lead/] }, timeScale: 0.1 });
    const campaignId = await createCampaign(sandbox);
    const id = await activate(listener(trigger()));
    const leads = Array.from({ length: 60 }, (_, index) => ({
      email: `lead${index}@gone.example`,
      firstName: 'Ava',
    }));
    await callLeadterra(sandbox, 'POST', `/v1/campaigns/${campaignId}/leads/bulk`, { leads });

    let answered = 0;
    let cutOff = 0;
    const killed = new Promise<void>((resolve, reject) => {
      sandbox.events.on('attempt', ({ outcome }) => {
        if ('error' in outcome) cutOff += outcome.error.includes('ECONNREFUSED') ? 0 : 1;
        else if (++answered === 10) processor.kill().then(resolve, reject);
      });
    });
    await callLeadterra(sandbox, 'POST', `/v1/campaigns/${campaignId}/start`);
    await killed;
    await sandbox.settled();
    const delivered = () => count(sandbox, `SELECT count(*) FROM deliveries WHERE state = 'delivered'`);
    expect(delivered()).toBeLessThan(60);

    processor = await queue.startWebhookProcessor();
    // A busy machine may refuse one again; the retry after that comes after five minutes.
    for (let minutes = 0; minutes < 10 && delivered() !== 60; minutes++) await sandbox.advance(60_000);
    expect(delivered()).toBe(60);
    // Not until nothing is under way: the killed processor may have written down a run that it never queued.
    const runs = await until('a run of each of the 60 events', async () => {
      const ended = runsByEvent(await queue.main.executions(id));
      return ended.size === 60 && ended;
    });
    const twice = [...runs.values()].filter((times) => times > 1).length;
    process.stdout.write(
      `A killed processor cut off ${cutOff} deliveries; ${twice} of the events started two runs.\n`,
    );
    expect(Math.max(...runs.values())).toBeLessThanOrEqual(2);
    expect(twice).toBeLessThanOrEqual(cutOff);
  });

  test('a run whose worker is killed is reported as failed; run again, it ends as an undisturbed one', async () => {
    const sandbox = await startLeadterra({ faults: { always: ['latency:100'] } });
    const campaignId = await createCampaign(sandbox);
    const id = await activate(enrollingWorkflow('killed', campaignId, 100));
    const before = workers.map((worker) => begunBy(worker).length);
    const url = `${processor.url}/webhook/killed`;
    expect(await post(url, JSON.stringify({ contacts: contacts(0, 5000) }))).toBe(200);
    while (enrollments(sandbox, campaignId).length < 1000) await once(sandbox.events, 'request');
    const victim = workers.find((worker, index) => begunBy(worker).length > (before[index] ?? 0));
    await victim?.kill();
    // The other worker notices it. n8n does not run it again, and keeps nothing of its data.
    const [failed] = await queue.main.waitForExecutions(id, 1);
    expect(failed?.status).toBe('error');
    expect(failed?.data.resultData.runData).toEqual({});
    expect(enrollments(sandbox, campaignId).length).toBeLessThan(5000);
    sandbox.setFaults({});
    expect(await post(url, JSON.stringify({ contacts: contacts(0, 5000) }))).toBe(200);
    const [, again] = await queue.main.waitForExecutions(id, 2);
    expect(again?.status).toBe('success');
    expect(enrollments(sandbox, campaignId)).toEqual(expectedEnrollments(0, 5000, campaignId));
  });
});
