import { campaignField, classifications, fields, readInput } from '@leadterra/shared';
import { type PlainInputField } from 'zapier-platform-core';

import { type Input } from '../input';
import { renderField } from '../render-field';

const { choice, optional, text } = fields;

/** What a trigger can be limited to. */
const filters = {
  campaign: optional(campaignField),
  bounceType: optional(
    choice({
      label: 'Bounce Type',
      choices: [
        { value: 'hard', label: 'Hard' },
        { value: 'soft', label: 'Soft' },
      ],
      help: 'Only bounces of this type: *Hard*, if the address will never work, or *Soft*, if it did not work this time. A bounce counts as hard only where Leadterra says so.',
    }),
  ),
  classification: optional(
    text({
      label: 'Classification',
      suggestions: classifications,
      help: 'Only replies that Leadterra classified like this. For a word that is not in the list, choose *Custom*.',
    }),
  ),
};
export type Filter = keyof typeof filters;

/** The input fields of a trigger with these filters. */
export function filterFields(names: Filter[]): PlainInputField[] {
  return names.map((name) => ({ ...renderField(name, filters[name]), required: false }));
}

/** What the filters look at. */
export type Filterable = {
  campaignId?: string;
  bounceType?: string;
  unclearBounceType?: string;
  classification?: string;
};

/**
 * Whether an event is one that the user wants, or why that cannot be told. An event of an unknown campaign is let
 * through. One of an unclear type or classification is not, as what is done for hard bounces and for people who
 * unsubscribe cannot be undone.
 */
export function isWanted(event: Filterable, input: Input): boolean | { unclear: string } {
  const wanted = readInput(filters, input);
  const { campaignId, bounceType, unclearBounceType, classification }: Filterable = event;
  if (wanted.campaign !== undefined && campaignId !== undefined && campaignId !== wanted.campaign)
    return false;
  if (wanted.bounceType !== undefined && bounceType !== wanted.bounceType)
    return unclearBounceType === undefined
      ? false
      : { unclear: 'it does not say clearly whether it is a hard bounce' };
  if (
    wanted.classification === undefined ||
    classification?.toLowerCase() === wanted.classification.toLowerCase()
  )
    return true;
  return classification === undefined ? { unclear: 'it does not say how the reply is classified' } : false;
}
