import {
  type IHookFunctions,
  type INodeType,
  type INodeTypeDescription,
  type IWebhookFunctions,
  type IWebhookResponseData,
  NodeConnectionTypes,
} from 'n8n-workflow';

import { checkExists, create, remove } from './lifecycle';
import { receive } from './receive';
import { properties } from './settings';

export class LeadterraTrigger implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'Leadterra Trigger',
    name: 'leadterraTrigger',
    icon: { light: 'file:../../icons/leadterra.svg', dark: 'file:../../icons/leadterra.dark.svg' },
    group: ['trigger'],
    version: 1,
    subtitle: '={{ $parameter["events"].join(", ") }}',
    description:
      'Starts the workflow when an e-mail bounces or is sent, a lead replies, or a campaign starts',
    defaults: { name: 'Leadterra Trigger' },
    inputs: [],
    outputs: [NodeConnectionTypes.Main],
    credentials: [{ name: 'leadterraApi', required: true }],
    webhooks: [
      {
        name: 'default',
        httpMethod: 'POST',
        path: 'webhook',
        // Leadterra waits 10 seconds for an answer: it gets one before the workflow runs.
        responseMode: 'onReceived',
        responseData: 'noData',
      },
    ],
    properties,
  };

  webhookMethods = {
    default: {
      async checkExists(this: IHookFunctions): Promise<boolean> {
        return await checkExists(this);
      },
      async create(this: IHookFunctions): Promise<boolean> {
        return await create(this);
      },
      async delete(this: IHookFunctions): Promise<boolean> {
        return await remove(this);
      },
    },
  };

  async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
    return await receive(this);
  }
}
