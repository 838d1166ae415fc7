import { type Sandbox, startSandbox } from '@leadterra/sandbox';
import { type IDataObject } from 'n8n-workflow';

import { WorkflowMemory } from '../nodes/Leadterra/v1/lead/enrollment-memory';
import { type Run, runNode } from './n8n-stand-in';

let sandbox: Sandbox;
let workflows = 0;

beforeEach(async () => {
  sandbox = await startSandbox({ timeScale: 0 });
});

afterEach(async () => {
  await sandbox.close();
});

function newWorkflow(): { id: string; staticData: IDataObject } {
  return { id: `workflow-${++workflows}`, staticData: {} };
}

async function createCampaign(): Promise<string> {
  const sequenceSteps = { step: [{ subject: 'Hello', bodyHtml: '<p>Hello</p>' }] };
  const [created] = await runNode({
    sandbox,
    parameters: { resource: 'campaign', operation: 'create', name: 'Spring', sequenceSteps },
  });
  return String(created?.json['id']);
}

async function enroll(
  campaign: string,
  emails: string[],
  more: Partial<Run> = {},
  enrolledBefore = 'send_changed',
) {
  const parameters = {
    ...{ resource: 'lead', operation: 'enroll', campaign, leadSource: 'auto' },
    ...{ options: { enrolledBefore }, fieldsToOverride: {}, ...more.parameters },
  };
  const items = emails.map((email) => ({ email }));
  const results = await runNode({ sandbox, items, onError: 'continueRegularOutput', ...more, parameters });
  return results.map(({ json }) => json['status']);
}

const people = (count: number, from = 0) =>
  Array.from({ length: count }, (_, index) => `lead${from + index}@alpha.example`);

test('a lead is sent once per campaign, again when it changed, and never again where the user says so', async () => {
  const workflow = newWorkflow();
  const [campaign, other] = [await createCampaign(), await createCampaign()];
  expect(await enroll(campaign, people(2), { workflow })).toEqual(['enrolled', 'enrolled']);
  expect(await enroll(campaign, people(3), { workflow })).toEqual(['unchanged', 'unchanged', 'enrolled']);
  expect(await enroll(other, people(1), { workflow })).toEqual(['enrolled']);
  const changed = { workflow, parameters: { fieldsToOverride: { company: 'Alpha' } } };
  expect(await enroll(campaign, people(1), changed, 'skip')).toEqual(['unchanged']);
  expect(await enroll(campaign, people(1), changed)).toEqual(['enrolled']);
  expect(await enroll(campaign, people(1), changed)).toEqual(['unchanged']);
  expect(await enroll(campaign, people(1), changed, 'send')).toEqual(['enrolled']);
});

test('what Leadterra has not counted is sent again', async () => {
  const workflow = newWorkflow();
  const campaign = await createCampaign();
  const withOldKey = { url: sandbox.url, apiKey: 'sk_test_old' };
  expect(await enroll(campaign, people(1), { workflow, sandbox: withOldKey })).toEqual(['failed']);
  expect(await enroll(campaign, people(1), { workflow })).toEqual(['enrolled']);
});

test('what n8n stored serves another process, and holds no address', async () => {
  const { staticData, ...first } = newWorkflow();
  const campaign = await createCampaign();
  await enroll(campaign, people(1), { workflow: { staticData, ...first } });
  expect(JSON.stringify(staticData)).not.toContain('alpha.example');
  const elsewhere = { ...newWorkflow(), staticData: structuredClone(staticData) };
  expect(await enroll(campaign, people(1), { workflow: elsewhere })).toEqual(['unchanged']);
});

test('where a trigger has stored what it read long ago over it, this process still knows', async () => {
  const workflow = newWorkflow();
  const campaign = await createCampaign();
  await enroll(campaign, people(1), { workflow });
  const old = structuredClone(workflow.staticData);
  await enroll(campaign, people(2), { workflow });
  expect(await enroll(campaign, people(2), { workflow: { ...workflow, staticData: old } })).toEqual([
    'unchanged',
    'unchanged',
  ]);
});

test('runs at the same time keep what the others have enrolled', async () => {
  const { id } = newWorkflow();
  const campaign = await createCampaign();
  const each = people(5).map((email) => enroll(campaign, [email], { workflow: { id, staticData: {} } }));
  await Promise.all(each);
  expect(new Set(await enroll(campaign, people(5), { workflow: { id, staticData: {} } }))).toEqual(
    new Set(['unchanged']),
  );
});

test('a list longer than the memory keeps its place in it, and the rest is counted', () => {
  const { id, staticData } = newWorkflow();
  const open = () =>
    new WorkflowMemory({
      getWorkflow: () => ({ id, active: true }),
      getWorkflowStaticData: () => staticData,
    });
  /** Enrolls whom the memory does not know; gives how many these are, and for how many of them there was no room. */
  const run = (emails: string[]) => {
    const memory = open();
    const known = memory.recall('camp_1', emails);
    const unknown = emails.filter((_, index) => known[index] === undefined);
    memory.remember(
      'camp_1',
      unknown.map((email) => ({ email, content: 'as it is' })),
    );
    memory.keep();
    return [unknown.length, memory.forgotten];
  };
  expect(run(people(1_000, 100_000))).toEqual([1_000, 0]);
  expect(run(people(20_500))).toEqual([20_500, 500]);
  expect(run(people(20_500))).toEqual([500, 500]);
  // Those that no run has asked for since have made room.
  expect(run(people(1_000, 100_000))).toEqual([1_000, 0]);
});

test('a test run says what n8n does not store of it', async () => {
  const hints: string[] = [];
  await enroll(await createCampaign(), people(1), { mode: 'manual', hints, workflow: newWorkflow() });
  expect(hints.join(' ')).toContain('n8n stores nothing of a test run');
});
