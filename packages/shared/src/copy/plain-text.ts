const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** A text as HTML: blank lines part paragraphs, and lines stay lines. Tokens stay as they are. */
export function textToHtml(text: string): string {
  return text
    .replace(/[&<>]/g, (sign) => entities[sign] ?? sign)
    .trim()
    .split(/(?:[^\S\r\n]*\r?\n){2,}/)
    .map((paragraph) => `<p>${paragraph.trim().split(/\r?\n/).join('<br>')}</p>`)
    .join('');
}

/** Whether HTML is a plain text of several lines, which would run together. */
export function isPlainText(html: string): boolean {
  return /\S\s*\n\s*\S/.test(html) && !/<[a-z!/][^<>]*>/i.test(html);
}

/** Whether tags in it would be shown to the reader, as they are in HTML that was taken for a text. */
export function showsTags(html: string): boolean {
  return /&lt;\/?(?:p|br|div|span|a|b|i|em|strong|ul|ol|li|table|tr|td|h[1-6])\b/i.test(html);
}
