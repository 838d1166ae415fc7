import { type PreviewedEmail } from '../../../shared/core';

/** An email as a page that n8n can show. */
export function emailPage(address: string, { subject, bodyHtml }: PreviewedEmail): string {
  return `<!doctype html>
<meta charset="utf-8">
<p>To: ${escaped(address)}<br>Subject: <b>${escaped(subject)}</b></p>
<hr>
${bodyHtml}`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
