import {
  type IHookFunctions,
  type INodeType,
  type INodeTypeDescription,
  type IWebhookFunctions,
  type IWebhookResponseData,
  NodeConnectionTypes,
} from 'n8n-workflow';

import { webhookEvents } from '../shared/core';
import { listMethodsOf } from '../shared/locator';
import { inWords, packageDescription } from '../shared/wording';
import { checkExists, create, remove } from './lifecycle';
import { receive } from './receive';
import { listed, properties } from './settings';

const eventLabels = Object.fromEntries(webhookEvents.map(({ event, label }) => [event, label]));

export class LeadterraTrigger implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'Leadterra Trigger',
    name: 'leadterraTrigger',
    icon: { light: 'file:../../icons/leadterra.svg', dark: 'file:../../icons/leadterra.dark.svg' },
    group: ['trigger'],
    version: 1,
    subtitle: `={{ $parameter["events"].map((event) => ${inWords(eventLabels, 'event')}).join(", ") }}`,
    description: packageDescription,
    eventTriggerDescription: 'Waiting for Leadterra to send one of the chosen events',
    activationMessage: 'Leadterra now starts your workflow with each of the chosen events.',
    triggerPanel: {
      header: 'Wait for an event from Leadterra',
      executionsHelp: {
        inactive:
          '<b>While you build the workflow</b>, click the button: n8n registers a webhook in Leadterra, and the next event of the kinds you chose appears here. <br /> <br /> <b>To start it automatically</b>, publish the workflow (activate it, before n8n 2): n8n then takes every event by itself, and shows these runs in the list of executions.',
        active:
          '<b>The workflow is published</b>: each event of the kinds you chose starts it, and these runs appear in the <a data-key="executions">list of executions</a>. <br /> <br /> <b>While you change it</b>, click the button to see the next event here.',
      },
      activationHint:
        'Once the workflow is ready, publish it (activate it, before n8n 2): Leadterra’s events then start it without this button.',
    },
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
        // Nobody has to copy it: the node registers it in Leadterra by itself, with a token that is nobody's business.
        ndvHideUrl: true,
      },
    ],
    properties,
  };

  methods = { listSearch: listMethodsOf([listed]) };

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
