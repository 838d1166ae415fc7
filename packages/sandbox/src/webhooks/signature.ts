import { createHmac } from 'node:crypto';

export const signatureEncodings = ['hex', 'base64', 'sha256=hex', 'sha256=base64'] as const;

/** The encoding and prefix that the documentation does not show: every plausible one can be had. */
export type SignatureEncoding = (typeof signatureEncodings)[number];

/** HMAC-SHA256 of the raw body under the webhook's secret, as `X-Leadterra-Signature` carries it. */
export function signature(body: string, secret: string, encoding: SignatureEncoding): string {
  const hmac = createHmac('sha256', secret).update(body);
  switch (encoding) {
    case 'hex':
      return hmac.digest('hex');
    case 'base64':
      return hmac.digest('base64');
    case 'sha256=hex':
      return `sha256=${hmac.digest('hex')}`;
    case 'sha256=base64':
      return `sha256=${hmac.digest('base64')}`;
  }
}
