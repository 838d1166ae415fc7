import { createHmac } from 'node:crypto';

import { verifyWebhookSignature } from '@leadterra/shared';

const rawBody = '{"event":"message.bounced","data":{"email":"zoë@acme.example"}}';
const secret = 'test-signing-secret';
const digest = (encoding: 'hex' | 'base64') => createHmac('sha256', secret).update(rawBody).digest(encoding);

describe('a signature', () => {
  test.each([
    ['hex', digest('hex')],
    ['upper-case hex', digest('hex').toUpperCase()],
    ['base64', digest('base64')],
    ['hex with its algorithm', `sha256=${digest('hex')}`],
    ['base64 with its algorithm', `sha256=${digest('base64')}`],
  ])('in %s is accepted', (_, signature) => {
    expect(verifyWebhookSignature({ rawBody, signature, secrets: [secret] })).toBe(true);
    expect(
      verifyWebhookSignature({ rawBody: Buffer.from(rawBody), signature, secrets: ['old', secret] }),
    ).toBe(true);
  });

  test.each([
    ['missing', undefined],
    ['empty', ''],
    ['of another body', createHmac('sha256', secret).update(`${rawBody} `).digest('hex')],
    ['of another secret', createHmac('sha256', 'other').update(rawBody).digest('hex')],
    ['cut short', digest('hex').slice(0, 32)],
    ['no digest at all', 'sha256=%%%'],
  ])('that is %s is refused', (_, signature) => {
    expect(verifyWebhookSignature({ rawBody, signature, secrets: [secret] })).toBe(false);
  });

  test('is refused when no secret is known, even one made with an empty secret', () => {
    const signature = createHmac('sha256', '').update(rawBody).digest('hex');
    expect(verifyWebhookSignature({ rawBody, signature, secrets: [] })).toBe(false);
    expect(verifyWebhookSignature({ rawBody, signature, secrets: [''] })).toBe(false);
  });
});
