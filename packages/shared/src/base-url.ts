/** The public API's address, from its documentation. */
export const defaultBaseUrl = 'https://app.leadterra.co';

const loopbackHosts = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Whether a URL points at this machine, where plain http gives no key away. */
export function isLoopback(url: URL): boolean {
  return loopbackHosts.has(url.hostname);
}

/**
 * A base URL without its trailing slash. Throws an Error that says what is wrong when it is no URL, carries a
 * user or password, or is not https (plain http is for a loopback address only: elsewhere it would show the key).
 */
export function parseBaseUrl(text: string): string {
  if (!URL.canParse(text))
    throw new Error(`The base URL "${text}" is not a URL. The usual one is ${defaultBaseUrl}.`);
  const url = new URL(text);
  if (url.username || url.password) throw new Error('The base URL must not hold a user name or password.');
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(url))) {
    throw new Error(
      `The base URL "${text}" must start with https://, or the API key could be read on the way.`,
    );
  }
  return (url.origin + url.pathname).replace(/\/+$/, '');
}
