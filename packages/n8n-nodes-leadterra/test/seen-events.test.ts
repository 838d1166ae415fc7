import { SeenEvents } from '../nodes/LeadterraTrigger/seen-events';

const hour = 3_600_000;
const start = Date.UTC(2026, 2, 1);

test('an event is seen from the moment it is added until it is taken back', () => {
  const seen = new SeenEvents();
  expect(seen.has('message.bounced:msg_1')).toBe(false);
  seen.add('message.bounced:msg_1', start);
  expect(seen.has('message.bounced:msg_1')).toBe(true);
  expect(seen.has('message.sent:msg_1')).toBe(false);
  seen.forget('message.bounced:msg_1');
  expect(seen.has('message.bounced:msg_1')).toBe(false);
});

test('what was stored before a restart is known after it', () => {
  const before = new SeenEvents();
  before.add('one', start);
  const after = new SeenEvents();
  after.merge(JSON.parse(JSON.stringify(before.toStored())));
  expect(after.has('one')).toBe(true);
});

test('two processes that store in turns keep what both have seen', () => {
  const [one, other] = [new SeenEvents(), new SeenEvents()];
  one.add('a', start);
  other.merge(one.toStored());
  other.add('b', start + 1);
  one.merge(other.toStored());
  one.add('c', start + 2);
  other.merge(one.toStored());
  for (const key of ['a', 'b', 'c']) expect([one.has(key), other.has(key)]).toEqual([true, true]);
});

test('events are kept for a day, and not much longer', () => {
  const seen = new SeenEvents();
  seen.add('old', start);
  for (let passed = 1; passed <= 24; passed++) seen.add(`hour ${passed}`, start + passed * hour);
  expect(seen.has('old')).toBe(true);
  seen.add('two days later', start + 48 * hour);
  expect(seen.has('old')).toBe(false);
});

test('no more than 10,000 events are kept, the latest ones', () => {
  const seen = new SeenEvents();
  for (let index = 0; index < 25_000; index++) seen.add(`event ${index}`, start + index);
  expect(seen.has('event 24999')).toBe(true);
  expect(seen.has('event 15500')).toBe(true);
  expect(seen.has('event 14000')).toBe(false);
  expect(JSON.stringify(seen.toStored()).length).toBeLessThan(90_000);
});

test('what is no list of events is passed over', () => {
  const seen = new SeenEvents();
  for (const stored of [undefined, null, 'x', [{ since: 'x' }]]) seen.merge(stored);
  expect(seen.toStored()).toEqual([]);
});
