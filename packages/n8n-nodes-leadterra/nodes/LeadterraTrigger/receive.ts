import { type IDataObject, type IWebhookFunctions, type IWebhookResponseData } from 'n8n-workflow';

import {
  LeadterraError,
  parseJsonOrText,
  parseWebhookEvent,
  type WebhookEvent,
  webhookEventKey,
} from '../shared/core';
import { judge } from './filters';
import { isNew } from './once';
import { RegistrationStore } from './registration-store';
import { readSettings } from './settings';
import { isSigned } from './signature';
import { isToken } from './token';

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
  const { isWanted, remark } = judge(event, settings);
  if (remark !== undefined) {
    const done = isWanted ? 'let an event through' : 'passed over an event';
    context.logger.warn(`"${context.getNode().name}" ${done} (${eventKey}): ${remark}.`);
  }
  if (!isWanted || !(await isNew(context, eventKey))) return answer(context, 200);
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
  const token: unknown = Reflect.get(context.getQueryData(), 'token');
  if (!kept || !isToken(token, kept.tokenHash))
    return { status: 401, why: 'the token in its URL is not ours' };
  if (rawBody.length > maxBodyBytes) return { status: 400, why: `it has ${rawBody.length} bytes` };
  if (await isSigned(context, rawBody, token, kept)) return undefined;
  return { status: 401, why: 'its signature is missing or wrong' };
}

function answerRefused(context: IWebhookFunctions, { status, why }: Refusal): IWebhookResponseData {
  context.logger.warn(`"${context.getNode().name}" refused a delivery (${status}): ${why}.`);
  return answer(context, status);
}

function answer(context: IWebhookFunctions, status: number): IWebhookResponseData {
  context.getResponseObject().status(status).end();
  return { noWebhookResponse: true };
}
