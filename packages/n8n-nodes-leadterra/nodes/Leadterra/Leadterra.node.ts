import {
  type IExecuteFunctions,
  type INodeExecutionData,
  type INodeType,
  type INodeTypeDescription,
  NodeConnectionTypes,
} from 'n8n-workflow';

import { execute, properties } from './v1';
import { getLeadFields } from './v1/lead/by-hand.fields';

export class Leadterra implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'Leadterra',
    name: 'leadterra',
    icon: { light: 'file:../../icons/leadterra.svg', dark: 'file:../../icons/leadterra.dark.svg' },
    group: ['output'],
    version: 1,
    subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
    description:
      'Enroll contacts in cold-outreach campaigns, start and pause them, read replies and statistics',
    defaults: { name: 'Leadterra' },
    usableAsTool: true,
    inputs: [NodeConnectionTypes.Main],
    outputs: [NodeConnectionTypes.Main],
    credentials: [{ name: 'leadterraApi', required: true }],
    properties,
  };

  methods = { resourceMapping: { getLeadFields } };

  async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
    return await execute(this);
  }
}
