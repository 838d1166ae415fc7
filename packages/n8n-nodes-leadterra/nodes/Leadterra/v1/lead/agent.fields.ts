import { type INodeProperties } from 'n8n-workflow';

import { leadFields } from '../../../shared/core';
import { asDescription } from '../../../shared/render-field';
import { forAgents } from '../agent';

/**
 * The value of a field that the model fills in, as n8n's editor writes it. The model is told the name and the
 * description; without a value of its own, the field is required.
 */
export function fromModel(
  name: string,
  description: string,
  type: 'string' | 'json',
  otherwise?: string,
): string {
  const last = otherwise === undefined ? '' : `, '${otherwise}'`;
  return `={{ /*n8n-auto-generated-fromAI-override*/ $fromAI('${name}', \`${description}\`, '${type}'${last}) }}`;
}

const keys = leadFields.map(({ key }) => key).join(', ');
const onlyKnown = 'Leave out what you do not know, and make nothing up.';
const ofField = (key: string, help: string) => {
  // Where the model says nothing, n8n 1 takes a field of this name from the agent's own item: no item has one like it.
  const name = `lead_${key}`;
  return key === 'email'
    ? fromModel(name, `${help} Never make one up.`, 'string')
    : fromModel(name, `${help} ${onlyKnown}`, 'string', '');
};

/** The leads of an AI agent's call. They are the model's to fill in unless the user does it. */
export const agentFields: INodeProperties[] = [
  {
    displayName: 'Leads per Call',
    name: 'leadsPerCall',
    type: 'options',
    noDataExpression: true,
    default: 'one',
    displayOptions: forAgents,
    options: [
      { name: 'A List (JSON)', value: 'list', description: 'For agents that look up whole lists' },
      { name: 'One, Field by Field', value: 'one' },
    ],
  },
  ...leadFields.map(({ key, label, help, placeholder }): INodeProperties => ({
    displayName: label,
    name: key,
    type: 'string',
    default: ofField(key, help),
    placeholder: `e.g. ${key === 'email' ? 'name@email.com' : placeholder}`,
    description: asDescription(help),
    displayOptions: { show: { ...forAgents.show, leadsPerCall: ['one'] } },
  })),
  {
    displayName: 'Leads (JSON)',
    name: 'leads',
    type: 'json',
    default: fromModel(
      'leads',
      `The people to enroll, as a JSON array of objects with the keys ${keys} and, for further fields, an object customFields. Only email is required. ${onlyKnown}`,
      'json',
    ),
    description: 'A JSON array with an object for each lead',
    displayOptions: { show: { ...forAgents.show, leadsPerCall: ['list'] } },
  },
];
