/** Where the sandbox listens unless it is told otherwise. */
export const defaultHost = '127.0.0.1';

const loopbackHosts = new Set(['localhost', '127.0.0.1', '::1', '[::1]']);

/** Whether a name or address, as it stands in a URL or in an option, is this machine's own. */
export function isLoopback(host: string): boolean {
  return loopbackHosts.has(host);
}

/**
 * Whether a name can lead nowhere but into a private network, as that of a container: one without a dot, or below
 * `.internal`, which the public name service will never have (ICANN, 2024).
 */
export function isPrivateName(host: string): boolean {
  return /^[a-z\d_-]+(?:[.]internal)?$/i.test(host) && !/^\d+$/.test(host);
}
