import { type INodeTypeBaseDescription, VersionedNodeType } from 'n8n-workflow';

import { packageDescription } from '../shared/wording';
import { LeadterraV1 } from './v1/node';

export class Leadterra extends VersionedNodeType {
  constructor() {
    const description: INodeTypeBaseDescription = {
      displayName: 'Leadterra',
      name: 'leadterra',
      icon: { light: 'file:../../icons/leadterra.svg', dark: 'file:../../icons/leadterra.dark.svg' },
      group: ['output'],
      defaultVersion: 1,
      description: packageDescription,
      builderHint: {
        searchHint:
          'Enroll takes the raw items of a CRM or spreadsheet node, all at once and of mixed sources: no Edit Fields or Loop Over Items before it. Create a campaign, enroll, preview, and only then start it; copy has tokens such as [[firstName]].',
        relatedNodes: [
          {
            nodeType: 'n8n-nodes-leadterra.leadterraTrigger',
            relationHint: 'Starts a workflow with bounces, replies and sent emails',
          },
        ],
      },
    };
    super({ 1: new LeadterraV1(description) }, description);
  }
}
