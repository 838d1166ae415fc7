import { type Delivery, present, text, unreadFields } from './delivery';

/** What any event may tell. */
export type CommonFields = {
  /** ISO 8601. */
  timestamp?: string;
  campaignId?: string;
  /** The lead's address. */
  email?: string;
};

export function commonFields({
  timestamp,
  data,
  message,
  lead,
  campaign,
  reply,
  bounce,
}: Delivery): CommonFields {
  return present({
    timestamp: text(timestamp),
    campaignId: text(
      data('campaignId'),
      campaign('id'),
      campaign('campaignId'),
      message('campaignId'),
      reply('campaignId'),
      lead('campaignId'),
      bounce('campaignId'),
    ),
    email: text(
      data('email'),
      lead('email'),
      reply('email'),
      message('email'),
      message('to'),
      bounce('email'),
      data('leadEmail'),
    ),
  });
}

/**
 * An event: how it is offered to users, and how its own fields are read from a delivery. `id` is the field of its own
 * that no other event of its name has in common with it.
 */
export function defineEvent<const Name extends string, Fields extends object>({
  fields,
  ...event
}: {
  event: Name;
  label: string;
  description: string;
  id?: keyof Fields & string;
  /** One that tells all it can, as `read` gives it. */
  sample: CommonFields & Fields;
  fields: (delivery: Delivery) => Fields;
}) {
  return {
    ...event,
    read: (delivery: Delivery) => {
      const read = {
        known: true as const,
        event: event.event,
        ...commonFields(delivery),
        ...fields(delivery),
      };
      // What else there is has no types.
      const whole: typeof read = { ...unreadFields(delivery), ...read };
      return whole;
    },
  };
}
