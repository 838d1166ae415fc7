import * as z from 'zod/mini';

import { checkCopy } from '../../copy/copy-check';
import { type Email } from '../../copy/style';
import { parseJsonOrText } from '../../json';
import { absentIfBlank, refuse } from '../input';
import { type Finding } from './finding';

const email = z.object({ subject: z.string(), bodyHtml: z.string() });

/** The emails that a user gave: the sequence steps of a campaign, as a list or as JSON, or a text; undefined for none. */
export function readEmails(given: unknown): Email[] | undefined {
  const present = absentIfBlank(given);
  if (present === undefined) return undefined;
  const value = typeof present === 'string' ? parseJsonOrText(present) : present;
  if (typeof value === 'string') return [{ subject: '', bodyHtml: value }];
  const texts = z.array(z.string()).safeParse(value);
  if (texts.success) return texts.data.map((bodyHtml) => ({ subject: '', bodyHtml }));
  const emails = z.array(email).safeParse(value);
  return emails.success ? emails.data : refuse('Copy holds neither sequence steps nor text.');
}

/** What copy lacks. */
export function copyFindings(emails: Email[] | undefined): Finding[] {
  if (emails === undefined) {
    const advice = 'Give it under Copy to have it checked.';
    return [{ severity: 'note', what: 'The copy was not looked at.', advice }];
  }
  if (emails.length === 0)
    return [
      {
        severity: 'serious',
        what: 'The campaign has no emails.',
        advice: 'Add sequence steps in Leadterra.',
      },
    ];
  const { mistakes, warnings } = checkCopy(emails);
  const messages = new Set(mistakes.map(({ message }) => message));
  return [
    ...Array.from(messages, (what): Finding => ({
      severity: 'serious',
      what,
      advice: 'Correct it in Leadterra.',
    })),
    ...warnings.map((what): Finding => ({
      severity: 'warning',
      what,
      advice: 'Look whether that is meant.',
    })),
  ];
}
