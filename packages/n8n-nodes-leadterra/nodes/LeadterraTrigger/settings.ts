import { type INodeProperties } from 'n8n-workflow';

import {
  array,
  boolean,
  campaignField,
  enum as oneOf,
  minLength,
  object,
  optional,
  pipe,
  string,
  transform,
  webhookEvents,
  withDefault,
} from '../shared/core';
import { locatorOf, valueIn } from '../shared/locator';
import { parseField } from '../shared/parse-field';

/** The filters that offer a list. */
export const listed = { campaign: campaignField };

export const properties: INodeProperties[] = [
  {
    displayName: 'Events',
    name: 'events',
    type: 'multiOptions',
    default: ['message.bounced'],
    required: true,
    description: 'What starts the workflow',
    options: webhookEvents.map(({ event, label, description }) => ({
      name: label,
      value: event,
      description,
    })),
  },
  {
    displayName: 'Filters',
    name: 'filters',
    type: 'collection',
    placeholder: 'Add Filter',
    default: {},
    options: [
      {
        displayName: 'Bounce Type',
        name: 'bounceType',
        type: 'options',
        default: 'hard',
        description:
          'Of bounces, only those of this type. A bounce counts as hard only where Leadterra says so; where it says neither clearly, it counts as soft, and what Hard then leaves out is logged.',
        options: [
          { name: 'Hard', value: 'hard', description: 'The address will never work' },
          { name: 'Soft', value: 'soft', description: 'The address did not work this time' },
        ],
      },
      {
        displayName: campaignField.label,
        name: 'campaignIds',
        ...locatorOf('campaign', campaignField, { takesSeveral: true }),
        description:
          'Only events of this campaign, or of these: By ID takes several, with commas between them. An event that does not say which campaign it belongs to is let through and logged.',
      },
    ],
  },
  {
    displayName: 'Options',
    name: 'options',
    type: 'collection',
    placeholder: 'Add Option',
    default: {},
    options: [
      {
        displayName: 'Include Raw Body',
        name: 'rawBody',
        type: 'boolean',
        default: false,
        description: 'Whether to add what Leadterra sent, as text, in the field rawBody',
      },
    ],
  },
];

type Context = { getNodeParameter: (name: string, fallback?: unknown) => unknown };

const events = array(string()).check(minLength(1, 'at least one event has to be chosen'));

/** The events that are to start the workflow. */
export function readEvents(context: Context): string[] {
  return parseField('Events', events, context.getNodeParameter('events'));
}

const filters = object({
  bounceType: optional(oneOf(['hard', 'soft'])),
  campaignIds: pipe(transform(valueIn), withDefault(string(), '')),
});
const options = object({ rawBody: withDefault(boolean(), false) });

/** What decides whether and how an event starts the workflow. */
export type TriggerSettings = {
  events: string[];
  bounceType?: 'hard' | 'soft';
  /** Of these campaigns; an empty list means all. */
  campaignIds: string[];
  rawBody: boolean;
};

export function readSettings(context: Context): TriggerSettings {
  const { bounceType, campaignIds } = parseField('Filters', filters, context.getNodeParameter('filters', {}));
  const { rawBody } = parseField('Options', options, context.getNodeParameter('options', {}));
  return {
    events: readEvents(context),
    bounceType,
    campaignIds: campaignIds
      .split(/[\s,;]+/)
      .filter((entry) => entry !== '')
      .map(campaignField.read),
    rawBody,
  };
}
