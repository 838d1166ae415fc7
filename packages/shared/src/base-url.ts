/** The public API's address, from its documentation. */
export const defaultBaseUrl = 'https://app.leadterra.co';

const loopbackHosts = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Whether a URL points at this machine, where plain http gives no key away. */
export function isLoopback(url: URL): boolean {
  return loopbackHosts.has(url.hostname);
}

/**
 * Whether a URL's name can lead nowhere but into a private network, as that of a container: one without a dot, or below
 * `.internal`, which the public name service will never have (ICANN, 2024).
 */
export function isPrivateName({ hostname }: URL): boolean {
  return /^[a-z_][a-z\d_-]*(?:[.]internal)?$/i.test(hostname);
}

/**
 * A base URL without its trailing slash. Throws an Error that says which slip it is, and what to write instead, when it is
 * no URL, has no scheme, carries a user or password, ends in the `/v1` that every call adds, or is not https. Plain http is
 * for this machine and for names of a private network: elsewhere it would show the key, unless `allowHttp` says so.
 */
export function parseBaseUrl(text: string, { allowHttp = false } = {}): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol !== 'https:' && url?.protocol !== 'http:') throw new Error(noUrl(text));
  if (url.username || url.password) throw new Error('The base URL must not hold a user name or password.');
  const base = (url.origin + url.pathname).replace(/\/+$/, '');
  if (/\/v\d+$/.test(base)) {
    const without = base.replace(/\/v\d+$/, '');
    throw new Error(`The base URL "${text}" must not end in /v1, which every call adds: write ${without}.`);
  }
  if (url.protocol === 'https:' || allowHttp || isLoopback(url) || isPrivateName(url)) return base;
  throw new Error(
    `The base URL "${text}" must start with https://, or the API key could be read on the way.`,
  );
}

function noUrl(text: string): string {
  if (!/^[\w.-]+(?::\d+)?(?:\/\S*)?$/.test(text))
    return `The base URL "${text}" is not a URL. The usual one is ${defaultBaseUrl}.`;
  const isHere = loopbackHosts.has(text.replace(/[:/].*$/, ''));
  return `The base URL "${text}" has no scheme: write ${isHere ? 'http' : 'https'}://${text}.`;
}
