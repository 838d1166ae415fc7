import { absentIfBlank, createCampaign as creating, titleOf } from '@leadterra/shared';
import { defineCreate, type PlainInputField } from 'zapier-platform-core';

import { testStepNotice } from '../fields/notice';
import { anyInput, type Input, lineItemsIn } from '../input';
import { withZone } from '../output';
import { withLeadterra } from '../perform';
import { renderField } from '../render-field';

const { key, resource, label, description, fields, options, steps, sample } = creating;

/** The fields of a step. Which of them are needed is known only once one of them is filled in. */
const stepFields = Object.entries(steps.fields).map(([key, field]): PlainInputField => {
  return { ...renderField(key, field), required: false };
});
const childKeys = stepFields.map(({ key }) => key);

// Most campaigns have a few steps, and fields of their own are easier to fill in than line items.
const ownSteps = ['step1', 'step2', 'step3', 'step4', 'step5'].map((prefix, index) => ({
  name: `Step ${index + 1}`,
  group: prefix,
  fields: stepFields.map(({ key: part, label = '', ...field }) => {
    const key = `${prefix}${part.charAt(0).toUpperCase()}${part.slice(1)}`;
    return { part, field: { ...field, key, label: `Step ${index + 1} ${label}`, group: prefix } };
  }),
}));

export const createCampaign = defineCreate({
  key,
  noun: titleOf(resource),
  display: { label, description },
  operation: {
    inputFieldGroups: ownSteps.map(({ group, name }, index) => ({
      key: group,
      label: name,
      emphasize: index === 0,
    })),
    inputFields: [
      testStepNotice,
      renderField('name', fields.name),
      renderField('bodyFormat', fields.bodyFormat),
      ...ownSteps.flatMap(({ fields }) => fields.map(({ field }) => field)),
      { key: 'steps', label: 'Further Steps', children: stepFields },
      ...Object.entries(options).map(([key, field]) => renderField(key, field)),
    ],
    perform: withLeadterra(anyInput, async ({ client, input, deadline }) => {
      const given = stepsIn(input);
      const sequenceSteps = given.map(({ step }) => step);
      const campaign = creating.read({ ...input, sequenceSteps }, (place) => given[place]?.name ?? '');
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

/** The steps that hold anything, with what errors call them: those with fields of their own, then line items. */
function stepsIn(input: Input): { name: string; step: unknown }[] {
  const own = ownSteps.flatMap(({ name, fields }) => {
    const step = Object.fromEntries(fields.map(({ part, field }) => [part, input[field.key]]));
    const isFilled = Object.values(step).some((value) => absentIfBlank(value) !== undefined);
    return isFilled ? [{ name, step }] : [];
  });
  const { items } = lineItemsIn(input, 'steps', childKeys);
  return [...own, ...items.map((step, index) => ({ name: `Further step ${index + 1}`, step }))];
}

/** Zaps know the tokens as placeholders, and lists as texts. */
function shown({ tokens, warnings, createdAt, ...campaign }: Awaited<ReturnType<typeof creating.run>>) {
  const { id, name, status, sequenceSteps } = campaign;
  return {
    ...{ id, name, status, createdAt: withZone(createdAt), sequenceSteps },
    placeholders: tokens.join(', '),
    warnings: warnings.join(' '),
  };
}
