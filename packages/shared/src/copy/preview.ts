import { type Lead } from '../lead';
import { missingTokens, renderCopy } from './render';
import { replaceTokens, tokensIn } from './tokens';

/** An email of a campaign, before its tokens are filled in. */
export type EmailCopy = { subject: string; bodyHtml: string };

/** An email as one lead would get it. In the place of each token without a value stands a mark: `[no firstName]`. */
export type PreviewedEmail = EmailCopy & {
  /** The tokens without a value. */
  blanks: string[];
};

/** The emails as this lead would get them. */
export function previewEmails(emails: EmailCopy[], lead: Lead): PreviewedEmail[] {
  return emails.map(({ subject, bodyHtml }) => ({
    subject: renderCopy(subject, lead, (token) => `[no ${token}]`),
    bodyHtml: renderCopy(bodyHtml, lead, (token) => `<mark>[no ${token}]</mark>`),
    blanks: missingTokens(lead, tokensIn(`${subject}\n${bodyHtml}`)),
  }));
}

const mark = '\uE000';
const longest = 30;

/** How an email would read around its blanks, each way once: `Hi ,` for `<p>Hi [[firstName]],</p>`. */
export function gapsIn({ subject, bodyHtml }: EmailCopy, blanks: string[]): string[] {
  const text = `${subject}\n${bodyHtml.replace(/<[^>]*>/g, '\n')}`;
  const marked = replaceTokens(text, (name) => (blanks.includes(name) ? mark : `[[${name}]]`));
  const gaps = marked.split(/\n|(?<=[.!?])\s/).flatMap((sentence) => {
    const at = sentence.indexOf(mark);
    if (at === -1) return [];
    // To the next comma or the like, since what is missing shows there.
    const after = sentence.slice(at + 1).replace(/([,;:.!?]).*/s, '$1');
    return shortened(sentence.slice(0, at).trimStart(), after).replaceAll(mark, '').trim() || '(nothing)';
  });
  return [...new Set(gaps)];
}

function shortened(before: string, after: string): string {
  const start =
    before.length > longest ? `…${before.slice(before.indexOf(' ', before.length - longest))}` : before;
  return start + (after.length > longest ? `${after.slice(0, longest)}…` : after);
}
