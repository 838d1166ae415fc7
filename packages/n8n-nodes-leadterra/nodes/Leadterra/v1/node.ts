import {
  type IExecuteFunctions,
  type INodeExecutionData,
  type INodeType,
  type INodeTypeBaseDescription,
  type INodeTypeDescription,
  NodeConnectionTypes,
} from 'n8n-workflow';

import { actions } from '../../shared/core';
import { listMethodsOf } from '../../shared/locator';
import { hints } from './hints';
import { execute, properties, subtitle } from './index';
import { getLeadFields } from './lead/by-hand.fields';

export class LeadterraV1 implements INodeType {
  description: INodeTypeDescription;

  constructor(ofAllVersions: INodeTypeBaseDescription) {
    this.description = {
      ...ofAllVersions,
      version: 1,
      subtitle,
      defaults: { name: 'Leadterra' },
      usableAsTool: true,
      inputs: [NodeConnectionTypes.Main],
      outputs: [NodeConnectionTypes.Main],
      credentials: [{ name: 'leadterraApi', required: true }],
      hints,
      properties,
    };
  }

  methods = {
    resourceMapping: { getLeadFields },
    listSearch: listMethodsOf(actions.map(({ fields }) => fields)),
  };

  async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
    return await execute(this);
  }
}
