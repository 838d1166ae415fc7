import {
  type IExecuteFunctions,
  type INodeExecutionData,
  type INodeType,
  type INodeTypeDescription,
  NodeConnectionTypes,
} from 'n8n-workflow';

import { actions } from '../shared/core';
import { listMethodsOf } from '../shared/render-action';
import { packageDescription } from '../shared/wording';
import { execute, properties, subtitle } from './v1';
import { getLeadFields } from './v1/lead/by-hand.fields';

export class Leadterra implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'Leadterra',
    name: 'leadterra',
    icon: { light: 'file:../../icons/leadterra.svg', dark: 'file:../../icons/leadterra.dark.svg' },
    group: ['output'],
    version: 1,
    subtitle,
    description: packageDescription,
    defaults: { name: 'Leadterra' },
    usableAsTool: true,
    inputs: [NodeConnectionTypes.Main],
    outputs: [NodeConnectionTypes.Main],
    credentials: [{ name: 'leadterraApi', required: true }],
    properties,
  };

  methods = { resourceMapping: { getLeadFields }, listSearch: listMethodsOf(actions) };

  async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
    return await execute(this);
  }
}
