import { type Lead } from '../domain';

/** `{{name}}`, with nothing between the braces and the name: no page shows spaces there. */
const token = /\{\{([^{}\s](?:[^{}]*[^{}\s])?)\}\}/g;

/** Fills the tokens of a subject or a body. A field the lead does not have gives an empty string. */
export function render(template: string, lead: Lead): string {
  const { customFields, ...standard } = lead;
  const fields = new Map<string, string | number | boolean>([
    ...Object.entries(customFields),
    ...Object.entries(standard),
  ]);
  return template.replace(token, (_token, name: string) => String(fields.get(name) ?? ''));
}
