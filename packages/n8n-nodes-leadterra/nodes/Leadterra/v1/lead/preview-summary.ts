import { type EmailCopy, gapsIn, missingTokens, tokensIn } from '../../../shared/core';
import { type LeadResult } from './lead-result';

/** What would become of all items, in counts and in a sentence. */
export function summarizePreview(results: LeadResult[], emails: EmailCopy[]) {
  const count = (status: LeadResult['status']) => results.filter((result) => result.status === status).length;
  const withoutAddress = results.filter(({ hasNoAddress }) => hasNoAddress).length;
  const counts = {
    ready: count('ready'),
    withoutAddress,
    optedOut: count('opted_out'),
    unchanged: count('unchanged'),
    duplicate: count('duplicate'),
    incomplete: count('incomplete'),
    invalid: count('invalid') - withoutAddress,
  };
  const gaps = countGaps(results, emails);
  const parts = [
    `${counts.ready} ready`,
    ...said(counts.withoutAddress, 'without an address'),
    ...said(counts.optedOut, 'opted out'),
    ...said(counts.unchanged, 'enrolled before'),
    ...said(counts.duplicate, 'with the address of an earlier item'),
    ...said(counts.incomplete, 'left out for a gap in the copy'),
    ...said(counts.invalid, 'that cannot be used'),
    ...gaps.map(({ reads, leads }) => `${leads} would read "${reads}"`),
  ];
  return { input: results.length, ...counts, gaps, summary: `${parts.join(', ')}.` };
}

function said(count: number, what: string): string[] {
  return count > 0 ? [`${count} ${what}`] : [];
}

/** How the emails would read where a token stays blank, and for how many of the leads that would be sent. */
function countGaps(results: LeadResult[], emails: EmailCopy[]): { reads: string; leads: number }[] {
  const leads = results.flatMap(({ status, lead }) => (status === 'ready' && lead ? [lead] : []));
  const counts = new Map<string, number>();
  for (const email of emails) {
    const tokens = tokensIn(`${email.subject}\n${email.bodyHtml}`);
    for (const lead of leads) {
      const missing = missingTokens(lead, tokens);
      if (missing.length === 0) continue;
      for (const gap of gapsIn(email, missing)) counts.set(gap, (counts.get(gap) ?? 0) + 1);
    }
  }
  return Array.from(counts, ([reads, leads]) => ({ reads, leads }));
}
