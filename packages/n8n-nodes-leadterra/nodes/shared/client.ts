import { type IExecuteFunctions, type IHookFunctions, sleep } from 'n8n-workflow';

import { LeadterraClient } from './core';
import { readCredential } from './credential';
import { n8nTransport } from './transport';

/** A client that sends through n8n, with the node's credential. */
export async function createClient(context: IExecuteFunctions | IHookFunctions): Promise<LeadterraClient> {
  const { baseUrl, apiKey } = await readCredential(context);
  return new LeadterraClient({ transport: n8nTransport(context, baseUrl, apiKey), sleep });
}
