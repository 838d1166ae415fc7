import { SeenEvents } from '../nodes/LeadterraTrigger/seen-events';

const hour = 3_600_000;
const start = Date.UTC(2026, 2, 1);

/** Lets an event start the workflow; what is stored then. */
function run(seen: SeenEvents, eventKey: string, now: number): unknown {
  const stored = seen.start(eventKey, now);
  seen.started(eventKey, now);
  seen.settle(eventKey);
  return stored;
}

/** What a process knows that has read this. */
function readBy(seen: SeenEvents, stored: unknown): SeenEvents {
  seen.merge(JSON.parse(JSON.stringify(stored)));
  return seen;
}

test('an event is seen from the moment on when it is about to start the workflow', () => {
  const seen = new SeenEvents();
  expect(seen.has('message.bounced:msg_1')).toBe(false);
  seen.start('message.bounced:msg_1', start);
  expect(seen.has('message.bounced:msg_1')).toBe(true);
  expect(seen.has('message.sent:msg_1')).toBe(false);
  seen.started('message.bounced:msg_1', start);
  seen.settle('message.bounced:msg_1');
  expect(seen.has('message.bounced:msg_1')).toBe(true);
});

test('an event that could not start the workflow is not seen, here or by another process', () => {
  const seen = new SeenEvents();
  seen.start('failing', start);
  const meanwhile = run(seen, 'another', start);
  seen.settle('failing');
  expect(seen.has('failing')).toBe(false);
  const later = run(seen, 'a third', start + 1);
  for (const stored of [meanwhile, later]) {
    expect(readBy(new SeenEvents(), stored).has('failing')).toBe(false);
    expect(readBy(new SeenEvents(), stored).has('another')).toBe(true);
  }
});

test('what was stored before a restart is known after it', () => {
  const stored = run(new SeenEvents(), 'one', start);
  expect(readBy(new SeenEvents(), stored).has('one')).toBe(true);
});

test('two processes that store in turns keep what both have seen', () => {
  const [one, other] = [new SeenEvents(), new SeenEvents()];
  readBy(other, run(one, 'a', start));
  readBy(one, run(other, 'b', start));
  readBy(other, run(one, 'c', start));
  for (const key of ['a', 'b', 'c']) expect([one.has(key), other.has(key)]).toEqual([true, true]);
});

test('what one process overwrote of another’s is stored again with that one’s next event', () => {
  const [one, other] = [new SeenEvents(), new SeenEvents()];
  const overwritten = one.start('a', start);
  const last = run(other, 'b', start);
  one.started('a', start);
  expect(overwritten).not.toEqual(last);
  readBy(one, last);
  readBy(other, run(one, 'c', start));
  for (const key of ['a', 'b', 'c']) expect(other.has(key)).toBe(true);
});

test('events are kept for a day, and not much longer', () => {
  const seen = new SeenEvents();
  run(seen, 'old', start);
  for (let passed = 1; passed <= 24; passed++) run(seen, `hour ${passed}`, start + passed * hour);
  expect(seen.has('old')).toBe(true);
  run(seen, 'two days later', start + 48 * hour);
  expect(seen.has('old')).toBe(false);
});

test('no more than 10,000 events are kept, the latest ones', () => {
  const seen = new SeenEvents();
  for (let index = 0; index < 25_000; index++) run(seen, `event ${index}`, start + index);
  expect(seen.has('event 24999')).toBe(true);
  expect(seen.has('event 15500')).toBe(true);
  expect(seen.has('event 14000')).toBe(false);
  expect(JSON.stringify(run(seen, 'the last', start + hour)).length).toBeLessThan(90_000);
});

test('what is no list of events is passed over', () => {
  const seen = new SeenEvents();
  for (const stored of [undefined, null, 'x', [{ since: 'x' }]]) seen.merge(stored);
  expect(seen.has('x')).toBe(false);
});
