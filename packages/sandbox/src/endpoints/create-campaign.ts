import { type Static, type TSchema, Type } from '@sinclair/typebox';

import { newId } from '../chance';
import { answer } from '../dialects/answer';
import { type Campaign, type SequenceStep, timestamp } from '../domain';
import { campaignStatus, count, time } from '../shapes';
import { defineEndpoint } from './define-endpoint';

const givenStep = Type.Object(
  {
    subject: Type.String(),
    bodyHtml: Type.String(),
    delayDays: Type.Optional(
      Type.Integer({ minimum: 0, description: 'Days after the previous step; the first step takes none' }),
    ),
  },
  { additionalProperties: false },
);

const plainStep = Type.Object({ stepIndex: count, subject: Type.String(), bodyHtml: Type.String() });
const stepWithDelay = Type.Composite([plainStep, Type.Object({ delayDays: Type.Optional(count) })]);

function campaignWith<Step extends TSchema>(step: Step, toStep: (step: SequenceStep) => Static<Step>) {
  return answer(
    Type.Object({
      id: Type.String(),
      name: Type.String(),
      status: campaignStatus,
      sequenceSteps: Type.Array(step),
      createdAt: time,
    }),
    ({ id, name, status, steps, createdAt }: Campaign) => ({
      id,
      name,
      status,
      sequenceSteps: steps.map(toStep),
      createdAt: timestamp(createdAt),
    }),
  );
}

const withDelays = campaignWith(stepWithDelay, ({ delayDays, ...step }) =>
  delayDays === null ? step : { ...step, delayDays },
);

export const createCampaign = defineEndpoint({
  method: 'POST',
  path: '/campaigns',
  operationId: 'createCampaign',
  tag: 'campaigns',
  summary: 'Create a draft campaign',
  input: {
    body: Type.Object(
      { name: Type.String({ minLength: 1 }), sequenceSteps: Type.Optional(Type.Array(givenStep)) },
      { additionalProperties: false },
    ),
  },
  status: 201,
  // Not visible in the guide; the quickstart's `campaign` fits the guides' habit of naming what is inside.
  holds: 'campaign',
  answers: {
    // The example shows steps without their delay.
    reference: campaignWith(plainStep, ({ stepIndex, subject, bodyHtml }) => ({
      stepIndex,
      subject,
      bodyHtml,
    })),
    guide: withDelays,
    concept: withDelays,
  },
  open:
    ({ campaigns, clock, random }) =>
    ({ body: { name, sequenceSteps = [] } }) => {
      const campaign: Campaign = {
        id: newId('camp', random),
        name,
        status: 'draft',
        steps: sequenceSteps.map(({ subject, bodyHtml, delayDays = null }, stepIndex) => ({
          stepIndex,
          subject,
          bodyHtml,
          delayDays,
        })),
        createdAt: clock.now(),
        startedAt: null,
        pausedAt: null,
      };
      campaigns.add(campaign);
      return campaign;
    },
});
