import { hasFooter } from './footer';
import { isPlainText, showsTags } from './plain-text';

/** An email of a sequence, before its tokens are filled in. */
export type Email = { subject: string; bodyHtml: string };

/** What readers and spam filters would hold against the emails of a sequence: each in a sentence. */
export function checkStyle(steps: Email[]): string[] {
  return [...steps.flatMap(bodyWarnings), ...replyWarnings(steps), ...footerWarning(steps)];
}

function bodyWarnings({ bodyHtml }: Email, index: number): string[] {
  const body = `The body of step ${index + 1}`;
  if (isPlainText(bodyHtml))
    return [`${body} has lines but no HTML, and would be sent as one paragraph: choose Text as its format.`];
  return showsTags(bodyHtml)
    ? [`${body} would show its HTML tags to the reader: choose HTML as its format.`]
    : [];
}

const reply = /^\s*(?:(?:re|aw|sv|antw|odp|ynt|rif|fwd?|wg|tr)(?:\[\d+\])?\s*[:：]\s*)+/i;

const aboutOf = (subject: string) => subject.replace(reply, '').trim();

/** A follow-up may answer an earlier email of its own; the first one answers nobody. */
function replyWarnings(steps: Email[]): string[] {
  return steps.flatMap(({ subject }, index) => {
    const prefix = reply.exec(subject)?.[0];
    if (prefix === undefined) return [];
    if (steps.slice(0, index).some((earlier) => aboutOf(earlier.subject) === aboutOf(subject))) return [];
    return [
      `The subject of step ${index + 1} begins with "${prefix.trim()}" though it answers nothing: spam filters and readers take that ill.`,
    ];
  });
}

function footerWarning(steps: Email[]): string[] {
  if (steps.length === 0 || steps.some(({ bodyHtml }) => hasFooter(bodyHtml.replace(/<[^>]*>|&nbsp;/g, ' '))))
    return [];
  return [
    'No email says how to opt out or where its sender is: many countries ask for both, unless Leadterra adds them to your emails.',
  ];
}
