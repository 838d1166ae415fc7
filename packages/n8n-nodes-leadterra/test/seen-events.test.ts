import { SeenEvents } from '../nodes/LeadterraTrigger/seen-events';

const hour = 3_600_000;
const start = Date.UTC(2026, 2, 1);

/** Lets an event start the workflow; what is stored then. */
async function run(seen: SeenEvents, eventKey: string, now: number): Promise<unknown> {
  return await seen.claim(eventKey, now, Promise.resolve(true));
}

/** A delivery that is about to start the workflow, and how to say whether it has. */
function deliver(seen: SeenEvents, eventKey: string) {
  let end: (hasStarted: boolean) => void = () => {};
  const hasStarted = new Promise<boolean>((resolve) => {
    end = resolve;
  });
  return { claimed: seen.claim(eventKey, start, hasStarted), end };
}

/** What a process knows that has read this. */
function readBy(seen: SeenEvents, stored: unknown): SeenEvents {
  seen.merge(JSON.parse(JSON.stringify(stored)));
  return seen;
}

test('of deliveries of one event at the same time, one starts the workflow', async () => {
  const seen = new SeenEvents();
  const [first, second, third] = [deliver(seen, 'one'), deliver(seen, 'one'), deliver(seen, 'one')];
  expect(await first.claimed).toBeDefined();
  expect(await deliver(seen, 'another').claimed).toBeDefined();
  expect(seen.has('one')).toBe(false);
  first.end(true);
  expect(await Promise.all([second.claimed, third.claimed])).toEqual([undefined, undefined]);
  expect(seen.has('one')).toBe(true);
});

test('of those that wait for one that fails, the next one starts the workflow', async () => {
  const seen = new SeenEvents();
  const [first, second, third] = [deliver(seen, 'one'), deliver(seen, 'one'), deliver(seen, 'one')];
  first.end(false);
  expect(await second.claimed).toBeDefined();
  expect(seen.has('one')).toBe(false);
  second.end(true);
  expect(await third.claimed).toBeUndefined();
});

test('an event that could not start the workflow is not seen, here or by another process', async () => {
  const seen = new SeenEvents();
  const failing = deliver(seen, 'failing');
  const meanwhile = await run(seen, 'another', start);
  failing.end(false);
  await failing.claimed;
  const later = await run(seen, 'a third', start + 1);
  expect(seen.has('failing')).toBe(false);
  for (const stored of [meanwhile, later]) {
    expect(readBy(new SeenEvents(), stored).has('failing')).toBe(false);
    expect(readBy(new SeenEvents(), stored).has('another')).toBe(true);
  }
});

test('what was stored before a restart is known after it', async () => {
  const stored = await run(new SeenEvents(), 'one', start);
  expect(readBy(new SeenEvents(), stored).has('one')).toBe(true);
});

test('two processes that store in turns keep what both have seen', async () => {
  const [one, other] = [new SeenEvents(), new SeenEvents()];
  readBy(other, await run(one, 'a', start));
  readBy(one, await run(other, 'b', start));
  readBy(other, await run(one, 'c', start));
  for (const key of ['a', 'b', 'c']) expect([one.has(key), other.has(key)]).toEqual([true, true]);
});

test('what one process overwrote of another’s is stored again with that one’s next event', async () => {
  const [one, other] = [new SeenEvents(), new SeenEvents()];
  const overwritten = await run(one, 'a', start);
  const last = await run(other, 'b', start);
  expect(overwritten).not.toEqual(last);
  readBy(one, last);
  readBy(other, await run(one, 'c', start));
  for (const key of ['a', 'b', 'c']) expect(other.has(key)).toBe(true);
});

test('events are kept for a day, and not much longer', async () => {
  const seen = new SeenEvents();
  await run(seen, 'old', start);
  for (let passed = 1; passed <= 24; passed++) await run(seen, `hour ${passed}`, start + passed * hour);
  expect(seen.has('old')).toBe(true);
  await run(seen, 'two days later', start + 48 * hour);
  expect(seen.has('old')).toBe(false);
});

test('no more than 10,000 events are kept, the latest ones', async () => {
  const seen = new SeenEvents();
  for (let index = 0; index < 25_000; index++) await run(seen, `event ${index}`, start + index);
  expect(seen.has('event 24999')).toBe(true);
  expect(seen.has('event 15500')).toBe(true);
  expect(seen.has('event 14000')).toBe(false);
  expect(JSON.stringify(await run(seen, 'the last', start + hour)).length).toBeLessThan(90_000);
});

test('what is no list of events is passed over', () => {
  const seen = new SeenEvents();
  for (const stored of [undefined, null, 'x', [{ since: 'x' }]]) seen.merge(stored);
  expect(seen.has('x')).toBe(false);
});
