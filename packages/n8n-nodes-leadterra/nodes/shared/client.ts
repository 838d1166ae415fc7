import {
  type IExecuteFunctions,
  type IHookFunctions,
  type ILoadOptionsFunctions,
  type IPollFunctions,
  sleep,
} from 'n8n-workflow';

import { LeadterraClient } from './core';
import { readCredential } from './credential';
import { n8nTransport } from './transport';

type Sender = IExecuteFunctions | IHookFunctions | ILoadOptionsFunctions | IPollFunctions;

/** A client that sends through n8n, with the node's credential. */
export async function createClient(context: Sender): Promise<LeadterraClient> {
  const { baseUrl, apiKey } = await readCredential(context);
  return new LeadterraClient({ transport: n8nTransport(context, baseUrl, apiKey), sleep });
}
