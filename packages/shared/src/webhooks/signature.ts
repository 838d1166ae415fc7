import { createHmac, timingSafeEqual } from 'node:crypto';

/** The header that carries a delivery's signature, in lower case. */
export const signatureHeader = 'x-leadterra-signature';

/**
 * Whether a delivery was signed with one of the secrets: HMAC-SHA256 of the raw body. How the digest is written is
 * not documented, so hex in any case and base64 are accepted, each with or without `sha256=`. Never throws; without
 * a signature or a secret the answer is no.
 */
export function verifyWebhookSignature(input: {
  rawBody: string | Uint8Array;
  signature: string | undefined;
  secrets: string[];
}): boolean {
  try {
    const written = input.signature?.trim().replace(/^sha256=/i, '') ?? '';
    const given = /^[0-9a-f]{64}$/i.test(written)
      ? Buffer.from(written, 'hex')
      : Buffer.from(written, 'base64');
    let valid = false;
    for (const secret of input.secrets) {
      if (secret === '') continue;
      const expected = createHmac('sha256', secret).update(input.rawBody).digest();
      if (given.length === expected.length && timingSafeEqual(given, expected)) valid = true;
    }
    return valid;
  } catch {
    return false;
  }
}
