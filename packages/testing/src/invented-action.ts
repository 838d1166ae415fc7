import { defineAction, fields, type OutputField } from '@leadterra/shared';

const ofEveryKind = {
  sdr: fields.id({
    label: 'SDR',
    placeholder: 'sdr_1',
    list: async () =>
      await Promise.resolve([
        { id: 'sdr_1', label: 'Dana Reed' },
        { id: 'sdr_2', label: 'Eli Ito' },
      ]),
  }),
  campaign: fields.id({
    label: 'Campaign',
    placeholder: 'camp_1',
    page: 'campaigns',
    search: 'find_campaigns',
  }),
  subject: fields.text({ label: 'Subject', placeholder: 'Re: your question' }),
  note: fields.optional(fields.longText({ label: 'Note', help: 'For the person alone. No lead sees it.' })),
  body: fields.optional(fields.html({ label: 'Body' })),
  cc: fields.optional(fields.emails({ label: 'Copy To', placeholder: 'name@email.com' })),
  tags: fields.optional(fields.texts({ label: 'Tags', help: 'With commas between them.' })),
  variants: fields.number({ label: 'Variants', min: 1, max: 3, isWhole: true, default: 1 }),
  share: fields.percent({ label: 'Share (%)', default: 50 }),
  force: fields.yesNo({
    label: 'Forward Again',
    default: false,
    help: 'Whether to forward it once more.',
  }),
  category: fields.choice({
    label: 'Category',
    choices: [
      { value: 'b', label: 'Warm' },
      { value: 'a', label: 'Hot', help: 'Wants to talk now.' },
    ],
  }),
  due: fields.optional(fields.dateTime({ label: 'Due At' })),
};

const output = {
  handoffId: { label: 'Handoff ID', type: 'id', sample: 'handoff_1' },
  subject: { label: 'Subject', type: 'text', sample: 'Re: your question' },
  tags: { label: 'Tags', type: 'texts', sample: ['hot', 'new'] },
  variants: { label: 'Variants', type: 'integer', sample: 1 },
  share: { label: 'Share', type: 'number', sample: 0.5 },
  force: { label: 'Forwarded Again', type: 'yesNo', sample: false },
  due: { label: 'Due At', type: 'dateTime', sample: '2026-07-05T14:00:00Z' },
} satisfies Record<string, OutputField>;

/** An action with a field of every kind, which gives back what it was given. Calls are counted in `calls`. */
export function inventedAction(
  runs: 'each' | 'once per distinct input' = 'each',
  words: { warning?: string; isIdempotent?: boolean } = {},
) {
  const calls: object[] = [];
  const action = defineAction({
    key: 'assign_reply',
    resource: 'reply',
    operation: 'assign',
    label: 'Assign Reply to an SDR',
    description: 'Forwards a reply to a person; its thread goes with it.',
    kind: 'write',
    isIdempotent: false,
    ...words,
    fields: ofEveryKind,
    output,
    runs,
    run: async (_client, input) => {
      calls.push(input);
      const { subject, tags, due } = input;
      if (subject === 'fail') throw new Error('It failed.');
      return await Promise.resolve({ handoffId: `handoff_${calls.length}`, subject, tags, due });
    },
  });
  return { action, calls };
}
