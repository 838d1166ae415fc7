import { createHmac } from 'node:crypto';

import { type IExecuteFunctions, type INodeProperties } from 'n8n-workflow';

import { readCredential } from '../../../shared/credential';
import { forAgents } from '../agent';
import { fromModel } from './agent.fields';

/** What an AI agent's Preview was of. */
export type PreviewedList = { campaignId: string; leads: Record<string, unknown>[] };

export const previewTokenField: INodeProperties = {
  displayName: 'Preview Token',
  // Not what it is: n8n's rules would have anything named a token hidden as a password.
  name: 'preview',
  type: 'string',
  default: fromModel(
    'previewToken',
    'The token that Preview gave for exactly this list, once the user has agreed to it in a later message. Otherwise leave it out.',
    'string',
    '',
  ),
  description:
    'What a Leadterra tool for Preview gives for a list. With it, in a later run, the agent may enroll exactly that list, however long it is.',
  displayOptions: { show: { ...forAgents.show, leadsPerCall: ['list'] } },
};

/** What the model may do about a list that is too long. */
export const howWithPreview =
  'Or, if you have a tool that previews leads: preview the list, show it to the user, and enroll it with its token once they have agreed.';

/** The token of a list, and what the model is to do with it. */
export async function tokenFor(context: IExecuteFunctions, list: PreviewedList) {
  return {
    previewToken: await tokenOf(context, list, context.getExecutionId()),
    advice:
      'Nothing was sent. Show the user the leads and the token, and ask. Once they have agreed in a new message, a list may be enrolled with its token.',
  };
}

/**
 * Why a token does not allow a list; undefined if it does. It must come from an earlier run, so that a person has had
 * the word in between: within one run, a text that the agent reads could have it preview and enroll anybody.
 */
export async function tokenRefusal(context: IExecuteFunctions, list: PreviewedList, token: string) {
  const refused = (error: string, advice: string) => ({ status: 'refused', error, advice });
  const [run = ''] = token.split('-');
  if (token !== (await tokenOf(context, list, run)))
    return refused(
      'The preview token does not stand for this list, so nobody was enrolled.',
      'Preview the list as it is now, and show it to the user.',
    );
  if (run !== context.getExecutionId()) return undefined;
  return refused(
    'The user has not agreed to the preview yet, so nobody was enrolled.',
    'Show it to the user, and enroll the same list with the same token after their next message.',
  );
}

/** Nobody without the API key can make one. The order of the leads and of their keys means nothing. */
async function tokenOf(context: IExecuteFunctions, { campaignId, leads }: PreviewedList, run: string) {
  const { apiKey } = await readCredential(context);
  const texts = leads.map((lead) => JSON.stringify(lead, inOrder)).sort();
  const stamp = createHmac('sha256', apiKey).update(JSON.stringify([run, campaignId, texts]));
  return `${run}-${stamp.digest('hex').slice(0, 16)}`;
}

function inOrder(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
}
