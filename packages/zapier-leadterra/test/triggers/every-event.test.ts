import { webhookEvents } from '@leadterra/shared';

import App from '../../src';

test('every webhook event has a trigger, and every trigger that is told of one an event', () => {
  const keys = webhookEvents.map(({ event }) => event.replace('.', '_'));
  const triggers = Object.entries(App.triggers).flatMap(([key, { operation }]) =>
    operation.type === 'hook' ? key : [],
  );

  expect({
    eventsWithoutTrigger: keys.filter((key) => !triggers.includes(key)),
    triggersWithoutEvent: triggers.filter((key) => !keys.includes(key)),
  }).toEqual({ eventsWithoutTrigger: [], triggersWithoutEvent: [] });
});
