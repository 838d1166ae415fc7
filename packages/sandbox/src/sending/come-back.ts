import { newId } from '../chance';
import { type SentMessage } from '../database/messages';
import { inTransaction } from '../database/open';
import { type Campaign, type Classification, type Reply } from '../domain';
import { ApiError } from '../http/api-error';
import { announce } from '../webhooks/announce';
import { messageBounced } from '../webhooks/events/message-bounced';
import { replyReceived } from '../webhooks/events/reply-received';
import { type Workspace } from '../workspace';
import { type Answer } from './fate';

type Parts = Omit<Workspace, 'sends'>;

/** What the recipient's side sends back. A bounce comes back as a reply too: `bounce` is one of its classifications. */
export function comeBack(
  parts: Parts,
  campaign: Campaign,
  message: SentMessage,
  answer: Answer,
  now: number,
): void {
  switch (answer.kind) {
    case 'bounces':
      if (answer.type === 'hard') parts.suppressions.add(message.email, 'hard_bounce', now);
      announce(parts, messageBounced, {
        campaign,
        message,
        bounceType: answer.type,
        bounceReason: answer.reason,
      });
      receiveReply(parts, campaign, message, { classification: 'bounce', text: answer.reason }, now);
      return;
    case 'is_answered':
      receiveReply(parts, campaign, message, answer, now);
  }
}

function receiveReply(
  parts: Parts,
  campaign: Campaign,
  message: SentMessage,
  { classification, text }: { classification: Classification; text: string },
  now: number,
): void {
  const reply: Reply = {
    id: newId('rpl', parts.random),
    email: message.email,
    campaignId: campaign.id,
    classification,
    receivedAt: now,
    threadSnippet: text,
  };
  parts.replies.add(reply, message.leadId);
  announce(parts, replyReceived, { campaign, reply });
}

/**
 * Has a message that was sent bounce, or be answered, now. Throws an ApiError where there is no such message, its campaign
 * was deleted, or it has bounced before: what has bounced was never read.
 */
export function comeBackLate(workspace: Workspace, messageId: string, answer: Answer): void {
  const { messages, campaigns, enrollments, clock, webhookDeliveries, database } = workspace;
  const message = messages.find(messageId);
  const campaign = message === null ? null : campaigns.find(message.campaignId);
  if (message === null || campaign === null) {
    throw new ApiError(404, 'not_found', `There is no message ${messageId}.`);
  }
  if (message.bounce !== null) throw new ApiError(409, 'bounced', `The message ${messageId} has bounced.`);
  inTransaction(database, () => {
    if (answer.kind === 'bounces') messages.setBounce(messageId, answer);
    else messages.setOpened(messageId);
    comeBack(workspace, campaign, message, answer, clock.now());
    if (answer.kind === 'is_answered') enrollments.end(campaign.id, message.leadId, 'replied');
    else if (answer.type === 'hard') enrollments.end(campaign.id, message.leadId, 'bounced');
  });
  webhookDeliveries.nudge();
}
