import { type INodeExecutionData, type IPollFunctions, NodeOperationError } from 'n8n-workflow';

import { createClient } from '../shared/client';
import { isClassified, type LeadterraClient, type Reply } from '../shared/core';
import { toNodeError } from '../shared/errors';
import { keyOf, ReplyMemory } from './reply-memory';
import { readFilter, type ReplyFilter } from './settings';

/** Starts the workflow with the replies that Leadterra lists and that have not started it yet, the oldest first. */
export async function poll(context: IPollFunctions): Promise<INodeExecutionData[][] | null> {
  try {
    const filter = readFilter(context);
    const client = await createClient(context);
    if (context.getMode() === 'manual') return [[itemOf(await newest(context, client, filter))]];
    const memory = new ReplyMemory(context, filter.campaign);
    const { replies } = await client.listReplies({
      campaignId: filter.campaign,
      isKnown: (reply) => memory.knows(reply),
    });
    const found = await memory.takeNew(replies, (reply) => isClassified(reply, filter.classification));
    return found.length === 0 ? null : [found.toReversed().map(itemOf)];
  } catch (error) {
    throw toNodeError(context.getNode(), error);
  }
}

async function newest(
  context: IPollFunctions,
  client: LeadterraClient,
  { campaign: campaignId, classification }: ReplyFilter,
): Promise<Reply> {
  const isWanted = (reply: Reply) => isClassified(reply, classification);
  const { replies } = await client.listReplies({ campaignId, limit: 1, isWanted });
  const [reply] = replies;
  if (reply) return reply;
  throw new NodeOperationError(context.getNode(), 'There is no reply yet to test with.', {
    description: 'Take the filters off, or answer an email of the campaign, then test again.',
  });
}

/** In the form in which the Leadterra Trigger gives it, so that either can stand before the same workflow. */
function itemOf(reply: Reply): INodeExecutionData {
  const { id: replyId, ...fields } = reply;
  const event = { event: 'reply.received', timestamp: reply.receivedAt, ...fields, replyId };
  return { json: { ...event, eventKey: keyOf(reply) } };
}
