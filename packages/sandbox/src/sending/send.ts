import { newId } from '../chance';
import { type DueSend } from '../database/enrollments';
import { type SentMessage } from '../database/messages';
import { inTransaction } from '../database/open';
import { type Campaign, type SequenceStep } from '../domain';
import { type DueWork } from '../due-loop';
import { announce } from '../webhooks/announce';
import { messageSent } from '../webhooks/events/message-sent';
import { type Workspace } from '../workspace';
import { comeBack } from './come-back';
import { type Fate, fateOf } from './fate';
import { render } from './render';

const dayMs = 24 * 60 * 60 * 1000;

/** The default delay of a step is not documented. */
const defaultDelayDays = 1;

const sendsPerTransaction = 250;

/** How many delivered messages count as opened. */
const openShare = 0.4;

type SendingParts = Omit<Workspace, 'sends'>;

/** The sequence steps that are due, as work for a loop. */
export function dueSends(parts: SendingParts): DueWork {
  return {
    nextDue: () => parts.enrollments.nextDue(),
    runDue: (now) => {
      const sent = inTransaction(parts.database, () => {
        const campaigns = new Map<string, Campaign>();
        return parts.enrollments.due(now, sendsPerTransaction).map((due) => {
          const campaign = campaigns.get(due.campaignId) ?? parts.campaigns.find(due.campaignId);
          if (campaign === null) throw new Error(`A send is due in ${due.campaignId}, which does not exist.`);
          campaigns.set(campaign.id, campaign);
          return sendStep(parts, campaign, due, now);
        });
      });
      parts.webhookDeliveries.nudge();
      for (const message of sent) if (message !== null) parts.events.emit('message', message);
      return Promise.resolve();
    },
  };
}

/** Sends one step to one lead, and moves the lead on. Null where nothing was sent: the address is suppressed. */
function sendStep(parts: SendingParts, campaign: Campaign, due: DueSend, now: number): SentMessage | null {
  const step = campaign.steps[due.stepIndex];
  if (step === undefined || parts.suppressions.has(due.lead.email)) {
    parts.enrollments.leave(due, step === undefined ? 'finished' : 'suppressed', due.stepIndex);
    return null;
  }
  const fate = fateOf(due.lead.email, parts.options.bounce);
  const message = writeMessage(parts, campaign, due, step, fate, now);
  parts.messages.add(message);
  announce(parts, messageSent, { campaign, message });
  if (fate.kind !== 'arrives') comeBack(parts, campaign, message, fate, now);
  moveOn(parts, campaign, due, fate, now);
  return message;
}

function writeMessage(
  { random }: SendingParts,
  campaign: Campaign,
  due: DueSend,
  step: SequenceStep,
  fate: Fate,
  now: number,
): SentMessage {
  return {
    id: newId('msg', random),
    email: due.lead.email,
    campaignId: campaign.id,
    leadId: due.leadId,
    stepIndex: step.stepIndex,
    subject: render(step.subject, due.lead),
    bodyHtml: render(step.bodyHtml, due.lead),
    sentAt: now,
    bounce: fate.kind === 'bounces' ? { type: fate.type, reason: fate.reason } : null,
    opened: fate.kind === 'is_answered' || (fate.kind === 'arrives' && random() < openShare),
  };
}

/** A reply and a hard bounce end the sequence for the lead; a soft bounce does not. */
function moveOn(parts: SendingParts, campaign: Campaign, due: DueSend, fate: Fate, now: number): void {
  const nextStep = campaign.steps[due.stepIndex + 1];
  if (fate.kind === 'is_answered') {
    parts.enrollments.leave(due, 'replied', due.stepIndex + 1);
  } else if (fate.kind === 'bounces' && fate.type === 'hard') {
    parts.enrollments.leave(due, 'bounced', due.stepIndex + 1);
  } else if (nextStep === undefined) {
    parts.enrollments.leave(due, 'finished', due.stepIndex + 1);
  } else {
    parts.enrollments.advance(due, now + (nextStep.delayDays ?? defaultDelayDays) * dayMs);
  }
}
