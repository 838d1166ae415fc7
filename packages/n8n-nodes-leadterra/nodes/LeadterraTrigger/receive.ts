import {
  deepCopy,
  type IDataObject,
  type IWebhookFunctions,
  type IWebhookResponseData,
  Workflow,
} from 'n8n-workflow';

import {
  LeadterraError,
  parseJsonOrText,
  parseWebhookEvent,
  signatureHeader,
  verifyWebhookSignature,
  type WebhookEvent,
  webhookEventKey,
} from '../shared/core';
import { isToken, RegistrationStore } from './kept-registration';
import { SeenEvents } from './seen-events';
import { readSettings } from './settings';
import { signingSecrets } from './signing-secrets';

/** An event with a snippet of a reply is some kilobytes; what is a hundred times longer is none of Leadterra's. */
const maxBodyBytes = 1_000_000;

type Refusal = { status: 400 | 401; why: string };

/** Takes a delivery: refuses what is not Leadterra's, drops what is not wanted or was there before, starts with the rest. */
export async function receive(context: IWebhookFunctions): Promise<IWebhookResponseData> {
  const request = context.getRequestObject();
  await request.readRawBody();
  const { rawBody } = request;
  const refusal = await notFromLeadterra(context, rawBody);
  if (refusal) return answerRefused(context, refusal);
  let event: WebhookEvent;
  try {
    event = parseWebhookEvent(parseJsonOrText(rawBody.toString('utf8')));
  } catch (error) {
    const why = error instanceof LeadterraError ? error.summary : 'it cannot be read';
    return answerRefused(context, { status: 400, why });
  }

  const settings = readSettings(context);
  const eventKey = webhookEventKey(event, rawBody);
  if (!isWanted(event, settings) || !(await isNew(context, eventKey))) return answer(context, 200);
  const json: IDataObject = {
    ...(event.known ? event : { ...event, data: typeof event.data === 'object' ? event.data : undefined }),
    eventKey,
    rawBody: settings.rawBody ? rawBody.toString('utf8') : undefined,
  };
  delete json.known;
  return { workflowData: [[{ json }]] };
}

async function notFromLeadterra(context: IWebhookFunctions, rawBody: Buffer): Promise<Refusal | undefined> {
  const kept = new RegistrationStore(context).get();
  if (!kept || !isToken(Reflect.get(context.getQueryData(), 'token'), kept))
    return { status: 401, why: 'the token in its URL is not ours' };
  if (rawBody.length > maxBodyBytes) return { status: 400, why: `it has ${rawBody.length} bytes` };
  const { [signatureHeader]: given } = context.getHeaderData();
  const signature = typeof given === 'string' ? given : undefined;
  const isSignedWith = (secrets: string[]) =>
    secrets.length === 0 || verifyWebhookSignature({ rawBody, signature, secrets });
  const known = await signingSecrets(context, kept);
  if (known !== 'unreadable' && isSignedWith(known)) return undefined;
  // The credential may have been changed a moment ago.
  const secrets = await signingSecrets(context, kept, true);
  if (secrets === 'unreadable') {
    return {
      status: 401,
      why: 'the API key of the credential has changed since the webhook was registered; deactivate and activate the workflow',
    };
  }
  return isSignedWith(secrets) ? undefined : { status: 401, why: 'its signature is missing or wrong' };
}

function isWanted(event: WebhookEvent, settings: ReturnType<typeof readSettings>): boolean {
  const { events, campaignIds, bounceType } = settings;
  if (!events.includes(event.event)) return false;
  if (campaignIds.length > 0 && !campaignIds.includes(event.campaignId ?? '')) return false;
  return bounceType === undefined || !('bounceType' in event) || event.bounceType === bounceType;
}

// Per node of an active workflow, for as long as the process lives.
const seenEvents = new Map<string, SeenEvents>();

/** Whether the event is now to start the workflow: it has not done so before. */
async function isNew(context: IWebhookFunctions, eventKey: string): Promise<boolean> {
  // Whoever tests in the editor sends the same event again and again.
  if (context.getMode() === 'manual') return true;
  const node = `${context.getWorkflow().id ?? ''}/${context.getNode().id}`;
  const seen = seenEvents.get(node) ?? new SeenEvents();
  seenEvents.set(node, seen);
  seen.merge(context.getWorkflowStaticData('node')['seen']);
  const response = context.getResponseObject();
  const hasStarted = new Promise<boolean>((resolve) => {
    response.once('finish', () => {
      resolve(response.statusCode < 400);
    });
    response.once('close', () => {
      resolve(false);
    });
    if (response.closed) resolve(false);
  });
  const toStore = await seen.claim(eventKey, Date.now(), hasStarted);
  // Leadterra delivers again what nobody waits for any more.
  if (!toStore || response.closed) return false;
  // n8n stores this after it has started the workflow and before it answers.
  staticDataToStore(context)['seen'] = toStore;
  return true;
}

/**
 * n8n stores static data that is marked as changed. But as it starts the workflow, it wraps the loaded object anew, and
 * that takes the mark away (seen in 2.41.1). A copy keeps it.
 */
function staticDataToStore(context: IWebhookFunctions): IDataObject {
  const workflow: unknown = Reflect.get(context, 'workflow');
  if (workflow instanceof Workflow) workflow.overrideStaticData(deepCopy(workflow.staticData));
  return context.getWorkflowStaticData('node');
}

function answerRefused(context: IWebhookFunctions, { status, why }: Refusal): IWebhookResponseData {
  context.logger.warn(`"${context.getNode().name}" refused a delivery (${status}): ${why}.`);
  return answer(context, status);
}

function answer(context: IWebhookFunctions, status: number): IWebhookResponseData {
  context.getResponseObject().status(status).end();
  return { noWebhookResponse: true };
}
