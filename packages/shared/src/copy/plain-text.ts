/** A text as HTML: blank lines part paragraphs, and lines stay lines. Tokens stay as they are. */
export function textToHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .trim()
    .split(/\n\s*\n/)
    .map((paragraph) => `<p>${paragraph.trim().replace(/\r?\n/g, '<br>')}</p>`)
    .join('');
}

/** Whether HTML is a plain text of several lines, which would run together. */
export function isPlainText(html: string): boolean {
  return html.trim().includes('\n') && !/<[a-z!/][^<>]*>/i.test(html);
}

/** Whether tags in it would be shown to the reader, as they are in HTML that was taken for a text. */
export function showsTags(html: string): boolean {
  return /&lt;\/?(?:p|br|div|span|a|b|i|em|strong|ul|ol|li|table|tr|td|h[1-6])\b/i.test(html);
}
