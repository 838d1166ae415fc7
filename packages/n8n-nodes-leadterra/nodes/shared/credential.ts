import {
  boolean,
  defaultBaseUrl,
  invalidInput,
  object,
  parseBaseUrl,
  string,
  trim,
  withDefault,
} from './core';

export const credentialName = 'leadterraApi';

const trimmed = string().check(trim());
const credential = object({
  baseUrl: withDefault(trimmed, defaultBaseUrl),
  allowHttp: withDefault(boolean(), false),
  apiKey: trimmed,
  webhookSigningSecret: withDefault(trimmed, ''),
});

/** The node's credential. Throws a LeadterraError when its base URL is not one to send a key to. */
export async function readCredential(context: {
  getCredentials: (name: string) => Promise<object>;
}): Promise<{ baseUrl: string; apiKey: string; webhookSigningSecret: string }> {
  const fields = credential.parse(await context.getCredentials(credentialName));
  try {
    return { ...fields, baseUrl: parseBaseUrl(fields.baseUrl, fields) };
  } catch (error) {
    throw invalidInput(
      error instanceof Error ? error.message : String(error),
      'Correct it in the credential.',
    );
  }
}
