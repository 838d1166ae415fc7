import { isRecord } from '../../json';

/**
 * Finds a field of an object by its name in camelCase, also where it is spelled `campaign_id` or `CampaignID`. `others`
 * are the fields that were not asked for.
 */
type Fields = ((name: string) => unknown) & { isEmpty: boolean; others: () => Record<string, unknown> };

/**
 * The parts of a delivery's body. `data` may be flat or hold `message`, `lead`, `campaign`, `reply` or `bounce`
 * objects: the documentation shows both ways. A part that is not there is empty.
 */
export type Delivery = {
  body: Fields;
  timestamp: unknown;
  data: Fields;
  message: Fields;
  lead: Fields;
  campaign: Fields;
  reply: Fields;
  bounce: Fields;
};

/** The parts of a body that is an event. */
export function readDelivery(body: Record<string, unknown>): Delivery {
  const top = fieldsOf(body);
  top('event');
  const data = fieldsOf(top('data'));
  return {
    body: top,
    timestamp: top('timestamp'),
    data,
    message: fieldsOf(data('message')),
    lead: fieldsOf(data('lead')),
    campaign: fieldsOf(data('campaign')),
    reply: fieldsOf(data('reply')),
    bounce: fieldsOf(data('bounce')),
  };
}

function fieldsOf(value: unknown): Fields {
  const record = isRecord(value) ? value : {};
  const bySpelling = new Map(Object.entries(record).map(([name, field]) => [plain(name), field]));
  const askedFor = new Set<string>();
  const find = (name: string) => {
    askedFor.add(plain(name));
    return Object.hasOwn(record, name) ? record[name] : bySpelling.get(plain(name));
  };
  const others = () =>
    Object.fromEntries(Object.entries(record).filter(([name]) => !askedFor.has(plain(name))));
  return Object.assign(find, { isEmpty: bySpelling.size === 0, others });
}

/** What a delivery says beside the fields that were read; of the parts of its data, under their names. */
export function unreadFields(delivery: Delivery): Record<string, unknown> {
  const { body, data, message, lead, campaign, reply, bounce } = delivery;
  const unread = { ...body.others(), ...data.others() };
  for (const [name, part] of Object.entries({ message, lead, campaign, reply, bounce })) {
    const others = part.others();
    if (Object.keys(others).length > 0) unread[name] = others;
  }
  return unread;
}

function plain(name: string): string {
  return name.replace(/[^a-z0-9]/gi, '').toLowerCase();
}

/** The first of some values that is a text and not blank, without blanks around it. */
export function text(...candidates: unknown[]): string | undefined {
  return candidates
    .find((value): value is string => typeof value === 'string' && value.trim() !== '')
    ?.trim();
}

/** The fields that have a value. */
export function present<T extends Record<string, unknown>>(
  fields: T,
): { [K in keyof T]?: Exclude<T[K], undefined> };
export function present(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

/** ID of the email that a delivery speaks of. */
export function messageId({ data, message }: Delivery): string | undefined {
  return text(data('messageId'), message('id'), message('messageId'));
}
