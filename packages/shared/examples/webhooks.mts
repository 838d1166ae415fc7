// Receives webhooks in a server of Node's own: node examples/webhooks.mts
// Answers 401 to whatever was not signed with the secret that Leadterra showed when the webhook was registered.
import { createServer, type IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';

import {
  parseWebhookEvent,
  signatureHeader,
  verifyWebhookSignature,
  webhookEventKey,
} from '@leadterra/shared';

const secret = process.env['LEADTERRA_WEBHOOK_SECRET'] ?? '';
/** Deliveries are repeated until they are answered. Keep the keys in your database, for a day at least. */
const seen = new Set<string>();

/** Takes a delivery. Returns the status to answer with. */
async function receive(request: IncomingMessage): Promise<number> {
  // The signature is over the bytes as they came: verify before parsing.
  const rawBody = await buffer(request);
  const signature = request.headers[signatureHeader]?.toString();
  if (!verifyWebhookSignature({ rawBody, signature, secrets: [secret] })) return 401;
  const event = parseWebhookEvent(JSON.parse(rawBody.toString()));
  const key = webhookEventKey(event, rawBody);
  if (!seen.has(key)) {
    seen.add(key);
    console.log(event);
  }
  return 204;
}

const server = createServer((request, response) => {
  receive(request).then(
    (status) => response.writeHead(status).end(),
    // Leadterra delivers again.
    () => response.writeHead(500).end(),
  );
});

server.listen(Number(process.env['PORT'] ?? 8080), '127.0.0.1', () => {
  console.log('Listening at', server.address());
});
