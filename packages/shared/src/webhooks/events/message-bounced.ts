import { type Delivery, messageId, present, text } from './delivery';
import { defineEvent } from './event';

type Bounce = {
  messageId?: string;
  /** `hard` only where Leadterra says so: suppression cannot be undone, so anything unclear is `soft`. */
  bounceType: 'hard' | 'soft';
  /** What Leadterra wrote, where that says neither hard nor soft; empty where it wrote nothing. */
  unclearBounceType?: string;
  bounceReason?: string;
};

// The documentation has `hard` and `soft`; the others are what mail systems call the same.
const types: Record<string, 'hard' | 'soft'> = {
  hard: 'hard',
  permanent: 'hard',
  soft: 'soft',
  temporary: 'soft',
  transient: 'soft',
};

export const messageBounced = defineEvent({
  event: 'message.bounced',
  label: 'Message Bounced',
  description: 'An email could not be delivered',
  id: 'messageId',
  sample: {
    timestamp: '2026-03-03T10:22:31Z',
    campaignId: 'camp_01HZA1TPNQ8RD4KF',
    email: 'ava@example.com',
    messageId: 'msg_01HZB7',
    bounceType: 'hard',
    bounceReason: '550 5.1.1 user unknown',
  },
  fields: (delivery): Bounce => {
    const { data, message, bounce } = delivery;
    const written = writtenType(delivery);
    // `Hard Bounce`, `hard_bounce` and `hardbounce` are `hard`.
    const word = written.toLowerCase().replace(/[\s_-]*bounced?$/, '');
    const bounceType = Object.hasOwn(types, word) ? types[word] : undefined;
    return {
      bounceType: bounceType ?? 'soft',
      ...present({
        messageId: messageId(delivery),
        unclearBounceType: bounceType === undefined ? written : undefined,
        bounceReason: text(
          data('bounceReason'),
          message('bounceReason'),
          bounce('bounceReason'),
          bounce('reason'),
        ),
      }),
    };
  },
});

function writtenType({ data, message, bounce }: Delivery): string {
  const candidates = [data('bounceType'), message('bounceType'), bounce('bounceType'), bounce('type')];
  return text(...candidates, data('bounce')) ?? '';
}
