/** What a Zap's owner sees of a failed step: `message` in plain words, and what Zapier acts on. */
export class ZapierRunError extends Error {
  /** `AppError`, `ExpiredAuthError`, `ThrottledError`, `HaltedError` … */
  readonly kind: string;
  readonly code: string | undefined;
  readonly status: number | undefined;
  /** Seconds after which Zapier runs a throttled step again. */
  readonly delay: number | undefined;

  constructor(kind: string, text: string) {
    const shown = parseRecord(text);
    super(typeof shown['message'] === 'string' ? shown['message'] : text);
    this.kind = kind;
    this.code = typeof shown['code'] === 'string' ? shown['code'] : undefined;
    this.status = typeof shown['status'] === 'number' ? shown['status'] : undefined;
    this.delay = typeof shown['delay'] === 'number' ? shown['delay'] : undefined;
  }
}

/** The object that a JSON text holds; an empty one where it holds none. */
export function parseRecord(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : {};
  } catch {
    return {};
  }
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
