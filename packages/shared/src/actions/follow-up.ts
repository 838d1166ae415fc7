import { type CallOptions } from '../api/caller';
import { type LeadterraClient } from '../api/client';
import { type OutputField } from './action';
import { id } from './field';
import { threadId } from './inbox-thread';
import { sdrId } from './sdr';

/** The choice of a follow-up. */
export const followUp = id({
  label: 'Follow-Up',
  placeholder: 'followup_01HZF7',
  help: 'The task to write to a lead again.',
  list: async (client: LeadterraClient, options?: CallOptions) => {
    const { followUps } = await client.listDueFollowUps({ includeUpcoming: true }, options);
    return followUps.map(({ id, threadId = id, dueAt = 'at some time' }) => ({
      id,
      label: `${threadId}, due ${dueAt.slice(0, 16).replace('T', ' ')}`,
    }));
  },
});

/** What is known of a follow-up. */
export const followUpOutput = {
  id: { label: 'Follow-Up ID', type: 'id', sample: 'followup_01HZF7' },
  threadId,
  sdrId,
  status: { label: 'Status', type: 'text', sample: 'pending' },
  dueAt: { label: 'Due At', type: 'dateTime', sample: '2026-07-05T14:00:00.000Z' },
} as const satisfies Record<string, OutputField>;

/** As it is once it was acted on. */
export const settledFollowUp = (status: string) => ({
  ...followUpOutput,
  status: { ...followUpOutput.status, sample: status },
});
