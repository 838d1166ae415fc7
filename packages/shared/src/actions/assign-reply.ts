import { defineAction } from './action';
import { everyAddress } from './every-address';
import { choice, emails, longText, optional, text, yesNo } from './field';
import { categories, threadId } from './inbox-thread';
import { reply, replyOutput } from './reply';
import { sdr } from './sdr';

export const assignReply = defineAction({
  key: 'assign_reply',
  resource: 'reply',
  operation: 'assignToSdr',
  label: 'Assign Reply to SDR',
  description:
    'Forwards a reply to an SDR by email and puts its thread into their inbox; tells where it was forwarded before or fails the ICP check.',
  warning: 'It sends a real email.',
  kind: 'write',
  isIdempotent: false,
  fields: {
    reply,
    sdr,
    skipIcpCheck: yesNo({
      label: 'Skip ICP Check',
      default: false,
      help: 'Whether to assign it without checking that the contact fits your ideal customer profile (ICP). The check needs Seniority and Employee Count.',
    }),
    seniority: optional(
      text({ label: 'Seniority', placeholder: 'VP', help: "The contact's, for the ICP check." }),
    ),
    employeeCount: optional(
      text({ label: 'Employee Count', placeholder: '51-200', help: "The company's, for the ICP check." }),
    ),
    category: optional(
      choice({
        label: 'Category',
        choices: categories,
        help: 'How promising the lead is, as your team grades it.',
      }),
    ),
    note: optional(longText({ label: 'Note', help: 'Stands at the top of the forwarded email.' })),
    to: optional(
      text({
        label: 'Forward To',
        placeholder: 'name@email.com',
        help: "Another address than the SDR's own.",
      }),
    ),
    cc: optional(
      emails({ label: 'CC', placeholder: 'name@email.com', help: 'Who else gets the forwarded email.' }),
    ),
    subject: optional(text({ label: 'Subject', help: 'Another subject for the forwarded email.' })),
    forceForward: optional(
      yesNo({
        label: 'Forward Again',
        default: false,
        help: 'Whether to forward it once more if it was forwarded before.',
      }),
    ),
  },
  output: {
    replyId: replyOutput.id,
    status: { label: 'Outcome', type: 'text', sample: 'assigned' },
    reason: { label: 'Reason', type: 'text', sample: 'The reply was already forwarded.' },
    handoffId: { label: 'Handoff ID', type: 'id', sample: 'handoff_01HZG8' },
    threadId,
    messageId: { label: 'Message ID', type: 'id', sample: '18f2c4a9d1e0b7a3' },
    gmailThreadId: { label: 'Gmail Thread ID', type: 'id', sample: '18f2c4a9d1e0b7a0' },
  },
  // Each forwards an email: two items that are the same by mistake send one.
  runs: 'once per distinct input',
  run: async (client, { reply: replyId, sdr: sdrId, cc, ...rest }, options) => {
    const copies = cc && everyAddress('CC', cc);
    const outcome = await client.assignReply({ replyId, sdrId, ...rest, cc: copies }, options);
    return { replyId, ...outcome };
  },
});
