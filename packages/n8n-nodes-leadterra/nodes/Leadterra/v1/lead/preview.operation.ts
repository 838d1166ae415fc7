import { type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';

import { checkTokens, type EmailCopy, type PreviewedEmail, previewEmails } from '../../../shared/core';
import { toNodeError } from '../../../shared/errors';
import { showHints } from '../../../shared/hints';
import { type Operation } from '../operation';
import { readEmails } from './email.fields';
import { emailPage } from './email-page';
import { previewFields } from './enroll.fields';
import { enrollForAgent } from './enroll-for-agent';
import { readOptions } from './enroll-options';
import { fromReadItem, type LeadResult, sampleResult, shown } from './lead-result';
import { summarizePreview } from './preview-summary';
import { readItems } from './read-leads';
import { settleItems } from './settle-items';
import { errorBeforeSending, stoppers } from './stop-errors';

/** As many leads have their emails as pages to look at: each page is a file that n8n keeps. */
const mostPages = 10;

const sampleEmail = { subject: 'Quick question, Ava', bodyHtml: '<p>Hi Ava,</p>', blanks: ['company'] };

/** Says of each item what Enroll would do with it, and sends nothing. */
export const preview: Operation = {
  option: {
    name: 'Preview',
    value: 'preview',
    action: 'Preview leads',
    description:
      'Show what Enroll would do with each item, and the emails as each lead would get them. Nothing is sent.',
  },
  canBeUndone: true,
  description: previewFields,
  sample: toJson({ ...sampleResult, status: 'ready', from: { email: 'properties.email' } }, [sampleEmail]),
  executeForAgent: (context, client) => enrollForAgent(context, client, { dryRun: true }),
  execute: async (context, client) => {
    const node = context.getNode();
    try {
      const options = readOptions(context);
      const emails = readEmails(context);
      const read = readItems(context, options, { isPreview: true });
      const results = read.map(fromReadItem);
      const stopping = stoppers(context, options, results);
      await settleItems(context, client, read, options, results, { dryRun: true });
      const summary = summarizePreview(results, emails);
      showHints(context, [summary.summary]);
      showHints(context, mistakesIn(emails, results), 'warning');
      if (stopping.length > 0) {
        const { message } = errorBeforeSending(node, stopping, results.length);
        showHints(context, [`Enroll would stop: ${message}`], 'warning');
      }
      if (options.output === 'summary')
        return [{ json: summary, pairedItem: results.map(({ item }) => ({ item })) }];
      return await toItems(context, results, emails);
    } catch (error) {
      throw toNodeError(node, error);
    }
  },
};

/** What in the emails looks like a token and is none. */
function mistakesIn(emails: EmailCopy[], results: LeadResult[]): string[] {
  const customFields = results.flatMap(({ lead }) => Object.keys(lead?.customFields ?? {}));
  const { mistakes } = checkTokens(emails, { customFields: [...new Set(customFields)] });
  return [...new Set(mistakes.map(({ message }) => message))];
}

async function toItems(
  context: IExecuteFunctions,
  results: LeadResult[],
  emails: EmailCopy[],
): Promise<INodeExecutionData[]> {
  let pages = 0;
  const items: INodeExecutionData[] = [];
  for (const result of results) {
    const filled = result.lead && result.status !== 'duplicate' ? previewEmails(emails, result.lead) : [];
    const hasPages = result.lead && filled.length > 0 && pages++ < mostPages;
    items.push({
      json: toJson(result, filled),
      ...(hasPages && { binary: await toPages(context, result.lead?.email ?? '', filled) }),
      pairedItem: { item: result.item },
    });
  }
  return items;
}

function toJson(result: LeadResult, emails: PreviewedEmail[]) {
  const isReady = result.status === 'ready';
  return {
    ...shown(result),
    // Only Leadterra knows.
    verdict: isReady ? 'unknown' : null,
    suppressed: isReady ? 'unknown' : null,
    from: { ...result.from },
    emails: emails.map((email) => ({ ...email })),
  };
}

async function toPages(context: IExecuteFunctions, address: string, emails: PreviewedEmail[]) {
  const pages: [string, Awaited<ReturnType<typeof context.helpers.prepareBinaryData>>][] = [];
  for (const [index, email] of emails.entries()) {
    const page = Buffer.from(emailPage(address, email));
    const name = `email_${index + 1}`;
    pages.push([name, await context.helpers.prepareBinaryData(page, `${name}.html`, 'text/html')]);
  }
  return Object.fromEntries(pages);
}
