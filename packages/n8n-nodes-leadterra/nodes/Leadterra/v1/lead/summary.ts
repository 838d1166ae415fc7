import { type INodeExecutionData } from 'n8n-workflow';

import { type EnrollmentSummary } from '../../../shared/core';
import { type LeadResult } from './lead-result';

/** One item for each campaign that the items name, also where nothing could be sent to it. */
export function summarize(
  summaries: Map<string, EnrollmentSummary>,
  results: LeadResult[],
): INodeExecutionData[] {
  const campaignIds = [...new Set(results.map(({ campaignId }) => campaignId))];
  return campaignIds.map((campaignId) => {
    const mine = results.filter((result) => result.campaignId === campaignId);
    const count = (status: LeadResult['status']) => mine.filter((result) => result.status === status).length;
    const summary = campaignId === undefined ? undefined : summaries.get(campaignId);
    return {
      json: {
        campaignId: campaignId ?? null,
        input: mine.length,
        enrolled: count('enrolled'),
        created: summary?.totals.created ?? null,
        updated: summary?.totals.updated ?? null,
        leftOut: count('left_out'),
        unconfirmed: count('unconfirmed'),
        unchanged: count('unchanged'),
        duplicate: count('duplicate'),
        incomplete: count('incomplete'),
        optedOut: count('opted_out'),
        rejected: count('rejected'),
        invalid: count('invalid'),
        failed: count('failed'),
        notSent: count('not_sent'),
        requests: summary?.requests ?? 0,
        retries: summary?.retries ?? 0,
        notes: summary?.oddities ?? [],
      },
      pairedItem: mine.map(({ item }) => ({ item })),
    };
  });
}
