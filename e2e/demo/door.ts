import { once } from 'node:events';
import { createServer } from 'node:http';

import { type N8n } from '@leadterra/testing/n8n';

import { type Run } from './n8n-part.ts';

export type Door = { url: string; close: () => void };

/**
 * An address on this machine that signs a browser in as n8n's owner and leads to a run. Browsers give cookies to a host
 * whatever the port, so that this server can hand out n8n's.
 */
export async function openDoor(n8n: N8n, { workflowId, executionId }: Run): Promise<Door> {
  const location = `${n8n.url}/workflow/${workflowId}/executions/${executionId}`;
  const cookie = `${n8n.api.session}; Path=/; HttpOnly; SameSite=Lax`;
  const server = createServer((_request, response) => {
    response.writeHead(302, { location, 'set-cookie': cookie }).end();
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The door has no port.');
  return { url: `http://127.0.0.1:${address.port}/`, close: () => server.close() };
}
