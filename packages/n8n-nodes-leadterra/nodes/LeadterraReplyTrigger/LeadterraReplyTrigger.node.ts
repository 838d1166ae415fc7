import {
  type INodeExecutionData,
  type INodeType,
  type INodeTypeDescription,
  type IPollFunctions,
  NodeConnectionTypes,
} from 'n8n-workflow';

import { listMethodsOf } from '../shared/locator';
import { poll } from './poll';
import { filters, properties } from './settings';

export class LeadterraReplyTrigger implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'Leadterra Reply Trigger',
    name: 'leadterraReplyTrigger',
    icon: { light: 'file:../../icons/leadterra.svg', dark: 'file:../../icons/leadterra.dark.svg' },
    group: ['trigger'],
    version: 1,
    subtitle: '={{ $parameter["filters"]["classification"]?.value || "all replies" }}',
    description: 'Starts the workflow when Leadterra lists new replies, also where n8n has no public address',
    defaults: { name: 'Leadterra Reply Trigger' },
    polling: true,
    inputs: [],
    outputs: [NodeConnectionTypes.Main],
    credentials: [{ name: 'leadterraApi', required: true }],
    properties,
  };

  methods = { listSearch: listMethodsOf([filters]) };

  async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
    return await poll(this);
  }
}
