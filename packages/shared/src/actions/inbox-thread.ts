import { type CallOptions } from '../api/caller';
import { type LeadterraClient } from '../api/client';
import { type OutputField } from './action';
import { type Choice, id } from './field';

/** The choice of a thread. */
export const thread = id({
  label: 'Thread',
  placeholder: 'thread_01HZE6',
  help: 'The conversation with the lead.',
  list: async (client: LeadterraClient, options?: CallOptions) => {
    const { threads } = await client.listInboxThreads({ orderBy: 'lastMessage', limit: 100 }, options);
    return threads.map(({ id, contactName, contactEmail, subject, status }) => ({
      id,
      label: [contactName ?? contactEmail ?? id, subject, status].filter((part) => part).join(', '),
    }));
  },
});

/** The documented states of a thread. */
export const threadStatuses = [
  { value: 'new', label: 'New' },
  { value: 'awaiting_reply', label: 'Awaiting Reply' },
  { value: 'needs_followup', label: 'Needs Follow-Up' },
  { value: 'replied', label: 'Replied' },
  { value: 'meeting_booked', label: 'Meeting Booked' },
  { value: 'won', label: 'Won' },
  { value: 'lost_not_interested', label: 'Lost: Not Interested' },
  { value: 'lost_timing', label: 'Lost: Timing' },
  { value: 'lost_competitor', label: 'Lost: Competitor' },
  { value: 'archived', label: 'Archived' },
] as const satisfies Choice[];

/** How Leadterra grades a reply. */
export const categories = [
  { value: 'A', label: 'A' },
  { value: 'B', label: 'B' },
  { value: 'C', label: 'C' },
] as const satisfies Choice[];

export const threadId = { label: 'Thread ID', type: 'id', sample: 'thread_01HZE6' } as const;

/** What is known of a thread. */
export const threadOutput = {
  id: threadId,
  contactEmail: { label: 'Contact Email', type: 'text', sample: 'ava@example.com' },
  contactName: { label: 'Contact Name', type: 'text', sample: 'Ava Patel' },
  subject: { label: 'Subject', type: 'text', sample: 'Re: Quick question' },
  status: { label: 'Status', type: 'text', sample: 'meeting_booked' },
  category: { label: 'Category', type: 'text', sample: 'A' },
  priorityScore: { label: 'Priority Score', type: 'number', sample: 85 },
  lastMessageAt: { label: 'Last Message At', type: 'dateTime', sample: '2026-06-28T18:30:00.000Z' },
} as const satisfies Record<string, OutputField>;
