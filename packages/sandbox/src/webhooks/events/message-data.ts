import { type PerDialect } from '../../dialects/dialect';
import { type Campaign, type Message } from '../../domain';

/** The `data` of an event about a message; `more` is what the event tells beside the message. */
export function messageData<Subject extends { campaign: Campaign; message: Message }>(
  more: (subject: Subject) => object,
): PerDialect<(subject: Subject) => object> {
  return {
    // The page's JSON is not visible. Flat is the plausible opposite of the guide's nested form.
    reference: (subject) => ({
      messageId: subject.message.id,
      campaignId: subject.campaign.id,
      email: subject.message.email,
      sequenceStep: subject.message.stepIndex,
      ...more(subject),
    }),
    // The guide names `data.messageId`; the rest follows `data.reply.id`, which it names too.
    guide: (subject) => {
      const { id, email, subject: title, stepIndex } = subject.message;
      return {
        messageId: id,
        message: { id, subject: title, sequenceStep: stepIndex, ...more(subject) },
        lead: { email },
        campaign: { id: subject.campaign.id, name: subject.campaign.name },
      };
    },
    // No concept page shows a payload. Nested all the way, so that the id is found inside `message` only.
    concept: (subject) => {
      const { id, email, subject: title, stepIndex } = subject.message;
      return {
        message: { messageId: id, subject: title, sequenceStep: stepIndex, ...more(subject) },
        lead: { email },
        campaign: { id: subject.campaign.id },
      };
    },
  };
}
