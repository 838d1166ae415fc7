import { isRecord } from '../../json';

type Fields = Readonly<Record<string, unknown>>;

/**
 * The parts of a delivery's body. `data` may be flat or hold `message`, `lead`, `campaign` or `reply` objects: the
 * documentation shows both. A part that is not there is empty.
 */
export type Delivery = {
  timestamp: unknown;
  data: Fields;
  message: Fields;
  lead: Fields;
  campaign: Fields;
  reply: Fields;
};

/** The parts of a body that is an event. */
export function readDelivery(body: Fields): Delivery {
  const part = (of: Fields, name: string): Fields => {
    const value = of[name];
    return isRecord(value) ? value : {};
  };
  const data = part(body, 'data');
  return {
    timestamp: body['timestamp'],
    data,
    message: part(data, 'message'),
    lead: part(data, 'lead'),
    campaign: part(data, 'campaign'),
    reply: part(data, 'reply'),
  };
}

/** The first of some values that is a text and not empty. */
export function text(...candidates: unknown[]): string | undefined {
  return candidates.find((value): value is string => typeof value === 'string' && value !== '');
}

/** The fields that have a value. */
export function present<T extends Record<string, unknown>>(
  fields: T,
): { [K in keyof T]?: Exclude<T[K], undefined> };
export function present(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

/** ID of the e-mail that a delivery speaks of. */
export function messageId({ data, message }: Delivery): string | undefined {
  return text(data['messageId'], message['id'], message['messageId']);
}
