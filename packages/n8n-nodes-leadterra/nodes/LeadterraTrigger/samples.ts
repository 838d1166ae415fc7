import { webhookEvents } from '../shared/core';

/** An item for each event, as the trigger puts it out, to be pinned before the first one comes. */
export const sampleEvents = webhookEvents.map((one) => ({
  event: one.event,
  ...one.sample,
  eventKey: `${one.event}:${one.id === undefined ? 'f4b2' : String(Reflect.get(one.sample, one.id))}`,
}));
