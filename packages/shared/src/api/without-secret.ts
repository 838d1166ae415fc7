import { stringAt } from '../json';
import { type Transport } from './transport';

/**
 * A transport in whose answers and errors the secret is replaced: as it is, URL-encoded, or inside of base64. Of an
 * error only name, message and code are kept, as HTTP libraries put the request with its headers on theirs.
 */
export function withoutSecret(secret: string, send: Transport): Transport {
  const written = waysToWrite(secret);
  const clean = (text: string) => (written ? text.replace(written, '[redacted]') : text);
  return async (request) => {
    try {
      const { status, headers, body } = await send(request);
      const cleanHeaders: Record<string, string> = {};
      for (const [name, value] of Object.entries(headers)) cleanHeaders[clean(name)] = clean(value);
      return { status, headers: cleanHeaders, body: cleanDeep(body, clean) };
    } catch (thrown) {
      const code = stringAt(thrown, 'code') ?? stringAt(thrown, 'cause', 'code');
      const { name, message } = thrown instanceof Error ? thrown : new Error(String(thrown));
      throw Object.assign(new Error(clean(message)), { name }, code !== undefined && { code: clean(code) });
    }
  };
}

/** Shorter texts are no keys, and show up in answers by chance. */
const shortestSecret = 8;

function waysToWrite(secret: string): RegExp | undefined {
  if (secret.length < shortestSecret) return undefined;
  const perCharacter = Array.from(secret, (character) => {
    const encoded = Array.from(Buffer.from(character), (byte) => `%${byte.toString(16)}`);
    return `(?:${character.replace(/\W/, '\\$&')}|${encoded.join('')})`;
  });
  // In the base64 of a longer text it looks one of three ways, depending on how many bytes stand before it.
  const inBase64 = [0, 1, 2].map((before) => {
    const bytes = Buffer.concat([Buffer.alloc(before), Buffer.from(secret)]);
    // The characters at its edges depend on what stands beside it.
    const own = bytes.toString('base64').slice([0, 2, 3][before], Math.floor((bytes.length * 4) / 3));
    return own.replace(/\+/g, '(?:[+-]|%2b)').replace(/\//g, '(?:[/_]|%2f)');
  });
  return new RegExp([perCharacter.join(''), ...inBase64].join('|'), 'gi');
}

/** Changes what it is given, an answer that nobody else has yet; not recursive, as that may be nested very deeply. */
function cleanDeep(root: unknown, clean: (text: string) => string): unknown {
  const holder = { root };
  const open: object[] = [holder];
  for (let part = open.pop(); part; part = open.pop()) {
    for (const key of Object.keys(part)) {
      const value: unknown = Reflect.get(part, key);
      if (typeof value === 'object' && value !== null) open.push(value);
      const cleanKey = clean(key);
      const cleanValue = typeof value === 'string' ? clean(value) : value;
      if (cleanKey !== key) Reflect.deleteProperty(part, key);
      Reflect.set(part, cleanKey, cleanValue);
    }
  }
  return holder.root;
}
