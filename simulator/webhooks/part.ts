import { createHmac } from 'node:crypto';

import { Chance } from '../chance.ts';
import { type Part, type Violation } from '../part.ts';
import { type Subject } from '../subject.ts';

/** Signatures of deliveries, genuine and forged: who knows the secret is believed, and nobody else. */
export const webhooksPart: Part = {
  name: 'webhooks',
  violations: (subject, seed) => Promise.resolve(violationsOf(subject, deliveryOf(seed))),
  explain: (_, seed) => Promise.resolve([JSON.stringify(deliveryOf(seed))]),
};

type Delivery = {
  rawBody: string;
  signature: string | undefined;
  secrets: string[];
  isGenuine: boolean;
  how: string;
};

const forgeries = [
  'prefix',
  'none',
  'empty',
  'other-secret',
  'other-body',
  'longer',
  'one-character',
  'no-secret',
  'bare-body',
] as const;

function deliveryOf(seed: number): Delivery {
  const chance = new Chance(seed ^ 0x3c6ef372);
  const rawBody = JSON.stringify({ event: 'message.bounced', number: chance.between(0, 1_000_000) });
  const secret = `whsec_${chance.between(0, 1_000_000)}`;
  const secrets = chance.oneIn(2) ? [secret] : ['whsec_old', secret];
  const encoding = chance.pick(['hex', 'base64'] as const);
  const sign = (key: string, body: string) => createHmac('sha256', key).update(body).digest(encoding);
  const written = (signature: string) =>
    `${chance.oneIn(2) ? 'sha256=' : ''}${encoding === 'hex' && chance.oneIn(3) ? signature.toUpperCase() : signature}`;
  const genuine = sign(secret, rawBody);
  if (chance.oneIn(2))
    return { rawBody, secrets, signature: written(genuine), isGenuine: true, how: encoding };

  const how = chance.pick(forgeries);
  const cut = chance.between(1, genuine.length - 3);
  // In base64 the last characters hold fewer bits than they could: only an earlier one always tells.
  const other = genuine.charAt(cut) === 'a' ? 'b' : 'a';
  const signature = {
    prefix: written(genuine.slice(0, cut)),
    none: undefined,
    empty: '',
    'other-secret': written(sign('whsec_forged', rawBody)),
    'other-body': written(sign(secret, `${rawBody} `)),
    longer: written(`${genuine.replace(/=+$/, '')}${'00'.repeat(chance.between(1, 8))}`),
    'one-character': written(genuine.slice(0, cut) + other + genuine.slice(cut + 1)),
    'no-secret': written(sign('', rawBody)),
    'bare-body': rawBody,
  }[how];
  return { rawBody, secrets: how === 'no-secret' ? [''] : secrets, signature, isGenuine: false, how };
}

function violationsOf(
  { verifyWebhookSignature }: Subject,
  { isGenuine, how, ...delivery }: Delivery,
): Violation[] {
  try {
    const isBelieved = verifyWebhookSignature(delivery);
    return isBelieved === isGenuine
      ? []
      : [
          {
            check: 'onlyGenuineIsBelieved',
            what: `A ${isGenuine ? 'genuine' : 'forged'} signature (${how}) is ${isBelieved ? '' : 'not '}believed.`,
          },
        ];
  } catch (error) {
    return [{ check: 'neverThrows', what: `It throws ${String(error)}.` }];
  }
}
