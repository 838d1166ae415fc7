import { invalidInput, LeadterraError } from '../error';
import { type Call, type Caller, type CallOptions } from './caller';
import { type TransportRequest } from './transport';

/** Method and path, with a name for each part that is an ID: `POST /v1/campaigns/:campaignId/start`. */
export type Endpoint = `${TransportRequest['method']} /v1/${string}`;

/** What one request of an operation says beside its endpoint. `ids` fill the endpoint's names. */
type Sending = Pick<TransportRequest, 'query' | 'body'> & {
  task: string;
  ids?: Record<string, string>;
  lookHere?: string;
};

/** Sends one request of an operation. */
export type Send<Answer> = (sending: Sending, options?: CallOptions) => Promise<Answer>;

/**
 * One operation of the API: its endpoint, what it answers, whether it may be repeated, and what it does, be that one
 * request or several.
 */
export type Operation<Answer, Args extends unknown[], Result> = Pick<
  Call<Answer>,
  'repeat' | 'answer' | 'refusal'
> & {
  endpoint: Endpoint;
  /** What an error means for this operation, where that is more than for any other. */
  explain?: (error: LeadterraError) => LeadterraError;
  run: (send: Send<Answer>, ...args: Args) => Promise<Result>;
};

/** Gives an operation its types. */
export function defineOperation<Answer, Args extends unknown[], Result>(
  operation: Operation<Answer, Args, Result>,
): Operation<Answer, Args, Result> {
  return operation;
}

/**
 * An operation as a function of its own arguments.
 * @throws LeadterraError (`invalid_input`) for an ID that cannot be one
 */
export function bindOperation<Answer, Args extends unknown[], Result>(
  { endpoint, explain, run, ...how }: Operation<Answer, Args, Result>,
  caller: Caller,
): ((...args: Args) => Promise<Result>) & { endpoint: Endpoint } {
  const send: Send<Answer> = async ({ task, ids = {}, lookHere, ...rest }, options) => {
    const request = { ...requestTo(endpoint, ids), ...rest };
    try {
      return await caller.call({ task, lookHere, request, ...how }, options);
    } catch (error) {
      throw explain && error instanceof LeadterraError ? explain(error) : error;
    }
  };
  return Object.assign(async (...args: Args) => await run(send, ...args), { endpoint });
}

function requestTo(endpoint: Endpoint, ids: Record<string, string>): TransportRequest {
  const space = endpoint.indexOf(' ');
  const path = endpoint
    .slice(space + 1)
    .replace(/:(\w+)Id\b/g, (_, what: string) =>
      encodeURIComponent(requireId(spelled(what), ids[`${what}Id`] ?? '')),
    );
  return { method: methodOf(endpoint), path };
}

function methodOf(endpoint: Endpoint): TransportRequest['method'] {
  if (endpoint.startsWith('GET')) return 'GET';
  return endpoint.startsWith('POST') ? 'POST' : 'DELETE';
}

/** `followUp` is a follow-up. */
function spelled(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function requireId(what: string, id: string): string {
  const advice = `Copy the ${what}'s ID from Leadterra or from the step that made it.`;
  if (id.trim() === '') throw invalidInput(`The ${what} ID is empty.`, advice);
  // As a part of a path, one or two dots would lead to another address.
  if (/^\.{1,2}$/.test(id)) throw invalidInput(`"${id}" is no ${what} ID.`, advice);
  return id;
}
