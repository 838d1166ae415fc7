import { webhookEvents } from '@leadterra/shared';

import App from '../../src';

test('every webhook event has a trigger, and every trigger an event', () => {
  const keys = webhookEvents.map(({ event }) => event.replace('.', '_'));
  const triggers = Object.keys(App.triggers);

  expect({
    eventsWithoutTrigger: keys.filter((key) => !triggers.includes(key)),
    triggersWithoutEvent: triggers.filter((key) => !keys.includes(key)),
  }).toEqual({ eventsWithoutTrigger: [], triggersWithoutEvent: [] });
});
