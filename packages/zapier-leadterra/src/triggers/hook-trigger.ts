import {
  invalidInput,
  type LeadterraClient,
  orElse,
  orUnknown,
  parseJsonOrText,
  parseWebhookEvent,
  sampleEvents,
  signatureHeader,
  verifyWebhookSignature,
  type WebhookEvent,
  webhookEventKey,
  type WebhookEventName,
} from '@leadterra/shared';
import { type Bundle, defineTrigger, type ZObject } from 'zapier-platform-core';
import * as zod from 'zod/mini';

import { halted, messageOf, zapierError } from '../errors';
import { anyInput } from '../input';
import { withZone } from '../output';
import { noInput, withLeadterra } from '../perform';
import { type Filter, type Filterable, filterFields, isWanted } from './filters';
import { isNew } from './seen-deliveries';

type EventOf<Name> = Extract<WebhookEvent, { known: true; event: Name }>;
type OutputOf<Name> = { id: string } & Omit<EventOf<Name>, 'known'>;
type OutputField = { key: string; label: string; type?: 'integer' | 'datetime' };

/** What the triggers of the four events differ in. */
type HookTrigger<Name> = {
  noun: string;
  label: string;
  /** Begins with "Triggers when" and ends with a full stop, as Zapier asks. */
  description: string;
  filters: Filter[];
  /** The fields of this event that the others do not have. */
  outputFields: OutputField[];
  /** Recent events for the Zap editor, newest first; none where the API cannot tell of any. */
  recent: (client: LeadterraClient, deadline: number) => Promise<(OutputOf<Name> & Filterable)[]>;
};

/** For events that no call of the API tells of. */
export const noneRecent = () => Promise.resolve([]);

/** A trigger that registers a webhook for one event when a Zap is switched on, and removes it when it is switched off. */
export function hookTrigger<Name extends WebhookEventName>(
  name: Name,
  { noun, label, description, filters, outputFields, recent }: HookTrigger<Name>,
) {
  const allFields = [...commonFields, ...outputFields];
  const shown = (event: object, id: string) => ({ ...asSaid(allFields, event), id });
  return defineTrigger({
    key: name.replace('.', '_'),
    noun,
    display: { label, description },
    operation: {
      type: 'hook',
      inputFields: filterFields(filters),
      performSubscribe: withLeadterra(noInput, async ({ client, deadline, bundle }) => {
        const { targetUrl: url } = subscribing.parse(bundle);
        const { id, secret } = await client.registerWebhook({ url, events: [name] }, { deadline });
        return { id, ...(secret !== undefined && { secret }) };
      }),
      // `gone` is as good as deleted; where the API cannot delete, Zapier answers its deliveries with 410.
      performUnsubscribe: withLeadterra(noInput, async ({ client, deadline, bundle }) => {
        const { id } = subscription.parse(bundle.subscribeData);
        if (id === undefined) throw unknownWebhook(label);
        return { id, outcome: await client.deleteWebhook(id, { deadline }) };
      }),
      perform: async (z: ZObject, bundle: Bundle) => {
        const { known, event, id } = readDelivery(z, bundle);
        if (!known || event.event !== name || !passes(z, event, bundle)) return [];
        const { id: webhook } = subscription.parse(bundle.subscribeData);
        return (await isNew(z, webhook, id)) ? [shown(event, id)] : [];
      },
      performList: withLeadterra(anyInput, async ({ client, deadline, input }) => {
        const events = await recent(client, deadline);
        return events
          .filter((event) => isWanted(event, input) === true)
          .map((event) => shown(event, event.id));
      }),
      sample: sampleOf(name),
      outputFields: allFields,
    },
  });
}

/** An event as Zapier gets it, with every field that one can have. */
function sampleOf(name: WebhookEventName) {
  const { eventKey: id, ...sample } = sampleEvents.find(({ event }) => event === name) ?? { eventKey: name };
  return { id, ...sample };
}

const commonFields: OutputField[] = [
  { key: 'id', label: 'Event ID' },
  { key: 'event', label: 'Event' },
  { key: 'timestamp', label: 'Time', type: 'datetime' },
  { key: 'campaignId', label: 'Campaign ID' },
];

const text = orUnknown(zod.string());
const subscribing = zod.object({ targetUrl: zod.string() });
const subscription = orElse(zod.object({ id: text, secret: text }), {});
/** A delivery as Zapier hands it on. What is missing cannot bear a valid signature. */
const received = zod.object({
  rawRequest: orElse(
    zod.object({ content: zod.string(), headers: zod.catchall(zod.object({}), zod.string()) }),
    {
      content: '',
      headers: {},
    },
  ),
  subscribeData: subscription,
  authData: zod.object({ signingSecret: text }),
});

function unknownWebhook(trigger: string) {
  return invalidInput(
    `Could not remove the webhook of ${trigger}: Zapier did not keep its ID.`,
    'If Leadterra still shows it, delete it there. Until then Zapier refuses its deliveries, which does no harm.',
  );
}

/**
 * The event of a delivery, with the key that a repeated one has, too. What is forged, or no event at all, halts the
 * run: nothing is started, the owner can read why, and whoever sends it cannot get the Zap turned off.
 */
function readDelivery(z: ZObject, bundle: Bundle) {
  const { rawRequest, subscribeData, authData } = received.parse(bundle);
  const { content: rawBody, headers } = rawRequest;
  const secrets = [subscribeData.secret, authData.signingSecret]
    .map((text = '') => text.trim())
    .filter((text) => text !== '');
  if (secrets.length > 0 && !verifyWebhookSignature({ rawBody, signature: signatureIn(headers), secrets })) {
    throw halted(
      z,
      'A delivery was ignored because its signature does not match. If Leadterra sent it, correct the Webhook Signing Secret of the connected account.',
    );
  }
  try {
    const whole = parseWebhookEvent(parseJsonOrText(rawBody));
    const { known, ...event } = whole;
    return { known, event, id: webhookEventKey(whole, rawBody) };
  } catch (thrown) {
    throw halted(z, messageOf(thrown));
  }
}

/** Zapier writes `X-Leadterra-Signature` as `Http-X-Leadterra-Signature`. */
function signatureIn(headers: Record<string, string>): string | undefined {
  const found = Object.entries(headers).find(
    ([header]) => header.toLowerCase().replace(/^http-/, '') === signatureHeader,
  );
  return found?.[1];
}

/** Whether the Zap's filters let an event through. Where that cannot be told, the run halts and says why. */
function passes(z: ZObject, event: Filterable, { inputData }: Bundle): boolean {
  let wanted: ReturnType<typeof isWanted>;
  try {
    wanted = isWanted(event, anyInput.parse(inputData));
  } catch (thrown) {
    throw zapierError(z, thrown);
  }
  if (typeof wanted === 'object')
    throw halted(z, `An event was passed over because ${wanted.unclear}: choose no filter to get it, too.`);
  return wanted;
}

/** An event as Zapier gets it: every field, null where nothing was said, and whatever else the delivery holds. */
function asSaid(fields: OutputField[], event: object): Record<string, unknown> {
  const empty = Object.fromEntries(fields.map(({ key }) => [key, null]));
  const { unclearBounceType, ...said } = anyInput.parse({ ...empty, ...event });
  // Leadterra's own word goes before what it is taken for.
  if (unclearBounceType !== undefined)
    said['bounceType'] = unclearBounceType === '' ? null : unclearBounceType;
  for (const { key, type } of fields) {
    const value = said[key];
    if (type === 'datetime' && typeof value === 'string') said[key] = withZone(value);
  }
  return said;
}
