import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

// The key to it is the token of the webhook's URL: each delivery brings that along, n8n keeps only its hash, and it
// stays the same when the API key is rotated.

const ivLength = 12;
const tagLength = 16;

function sealingKey(token: string): Buffer {
  return Buffer.from(hkdfSync('sha256', token, '', 'leadterra webhook signing secret', 32));
}

/** Encrypts a webhook's signing secret so that only who has the token of its URL can read it. */
export function seal(secret: string, token: string): string {
  const iv = randomBytes(ivLength);
  const cipher = createCipheriv('aes-256-gcm', sealingKey(token), iv);
  const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url');
}

/** The secret that was sealed; undefined if that was done with another token, or if it is damaged. */
export function unseal(sealedSecret: string, token: string): string | undefined {
  const bytes = Buffer.from(sealedSecret, 'base64url');
  try {
    const decipher = createDecipheriv('aes-256-gcm', sealingKey(token), bytes.subarray(0, ivLength));
    decipher.setAuthTag(bytes.subarray(ivLength, ivLength + tagLength));
    return decipher.update(bytes.subarray(ivLength + tagLength), undefined, 'utf8') + decipher.final('utf8');
  } catch {
    return undefined;
  }
}
