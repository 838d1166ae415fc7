import { createCampaign as creating, titleOf } from '@leadterra/shared';
import { defineCreate } from 'zapier-platform-core';

import { anyInput } from '../input';
import { withLeadterra } from '../perform';
import { renderField } from '../render-field';

const { key, resource, label, description, fields, steps, sample } = creating;

export const createCampaign = defineCreate({
  key,
  noun: titleOf(resource),
  display: { label, description },
  operation: {
    inputFields: [
      renderField('name', fields.name),
      {
        key: 'steps',
        label: steps.label,
        children: Object.entries(steps.fields).map(([key, field]) => renderField(key, field)),
      },
    ],
    perform: withLeadterra(anyInput, async ({ client, input, deadline }) => {
      const campaign = creating.read({ name: input['name'], sequenceSteps: input['steps'] });
      return shown(await creating.run(client, campaign, { deadline }));
    }),
    sample: shown(sample),
    outputFields: [
      { key: 'id', label: 'Campaign ID' },
      { key: 'name', label: 'Name' },
      { key: 'status', label: 'Status' },
      { key: 'createdAt', label: 'Created At', type: 'datetime' },
      { key: 'sequenceSteps[]stepIndex', label: 'Step Index', type: 'integer' },
      { key: 'sequenceSteps[]subject', label: 'Step Subject' },
      { key: 'sequenceSteps[]bodyHtml', label: 'Step Body' },
      { key: 'sequenceSteps[]delayDays', label: 'Step Delay (Days)', type: 'integer' },
      { key: 'placeholders', label: 'Tokens' },
      { key: 'warnings', label: 'Warnings' },
    ],
  },
});

/** Zaps know the tokens as placeholders, and lists as texts. */
function shown({ tokens, warnings, ...campaign }: Awaited<ReturnType<typeof creating.run>>) {
  return { ...campaign, placeholders: tokens.join(', '), warnings: warnings.join(' ') };
}
