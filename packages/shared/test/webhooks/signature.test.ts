import { createHmac } from 'node:crypto';

import { signatureHeader, verifyWebhookSignature } from '@leadterra/shared';

const rawBody = '{"event":"message.bounced","data":{"email":"zoë@acme.example"}}';
const secret = 'test-signing-secret';
const digest = (encoding: 'hex' | 'base64') => createHmac('sha256', secret).update(rawBody).digest(encoding);

test('a signature comes in a header of this name', () => {
  expect(signatureHeader).toBe('x-leadterra-signature');
});

describe('a signature', () => {
  test.each([
    ['hex', digest('hex')],
    ['upper-case hex', digest('hex').toUpperCase()],
    ['base64', digest('base64')],
    ['hex with its algorithm', `sha256=${digest('hex')}`],
    ['base64 with its algorithm', `sha256=${digest('base64')}`],
    ['hex with blanks around it', ` SHA256=${digest('hex')}\n`],
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
    ['cut short in base64', digest('base64').slice(0, 20)],
    ['followed by something else', `${digest('hex')}zz`],
    ['broken by its algorithm', `${digest('hex').slice(0, 32)}sha256=${digest('hex').slice(32)}`],
    ['no digest at all', 'sha256=%%%'],
  ])('that is %s is refused', (_, signature) => {
    expect(verifyWebhookSignature({ rawBody, signature, secrets: [secret] })).toBe(false);
  });

  test('of another secret than the last is accepted', () => {
    const signature = digest('hex');
    expect(verifyWebhookSignature({ rawBody, signature, secrets: [secret, 'new'] })).toBe(true);
  });

  test.each([
    { rawBody, signature: 7, secrets: [secret] },
    { rawBody: undefined, signature: digest('hex'), secrets: [secret] },
    { rawBody, signature: digest('hex'), secrets: undefined },
    undefined,
  ])('that cannot be checked is refused without an error: %j', (input) => {
    // As plain JavaScript may call it.
    expect(Reflect.apply(verifyWebhookSignature, undefined, [input])).toBe(false);
  });

  test('is refused when no secret is known, even one made with an empty secret', () => {
    const signature = createHmac('sha256', '').update(rawBody).digest('hex');
    expect(verifyWebhookSignature({ rawBody, signature, secrets: [] })).toBe(false);
    expect(verifyWebhookSignature({ rawBody, signature, secrets: [''] })).toBe(false);
  });
});
