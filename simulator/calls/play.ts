import type { TransportRequest, TransportResponse } from '@leadterra/shared';

import { Chance } from '../chance.ts';
import { actsIn, endOf } from '../enrollment/leadterra/faults.ts';
import { type Subject } from '../subject.ts';
import { VirtualTime } from '../virtual-time.ts';
import { type CallHistory } from './history.ts';

type Result = Awaited<ReturnType<InstanceType<Subject['LeadterraClient']>['suppressEmails']>>;

/** All that can be held against a call. */
export type CallTrace = {
  history: CallHistory;
  /** When requests started, and until when Leadterra had asked to wait. */
  startedAt: number[];
  /** How many campaigns or webhooks there are. */
  made: number;
  suppressed: Set<string>;
  result?: Partial<Result>;
  thrown?: unknown;
  hasEnded: boolean;
};

export function callAddress(number: number): string {
  return `person${number}@acme.example`;
}

/** Plays one call against the code under test. */
export async function playCall(subject: Subject, history: CallHistory): Promise<CallTrace> {
  const time = new VirtualTime();
  const chance = new Chance(history.seed ^ 0x7feb352d);
  const trace: CallTrace = { history, startedAt: [], made: 0, suppressed: new Set(), hasEnded: false };
  const client = new subject.LeadterraClient({
    transport: (request) => transport(time, trace, request),
    sleep: time.sleep,
    now: time.clock,
    random: () => chance.next(),
  });
  const options = history.deadlineMs === undefined ? {} : { deadline: time.clock() + history.deadlineMs };
  const ended = call(client, history, options).then(
    (result) => Object.assign(trace, { result }),
    (thrown: unknown) => Object.assign(trace, { thrown }),
  );
  trace.hasEnded = (await time.passUntil(ended, 50_000)) === 'settled';
  await time.passUntil(new Promise(() => {}), 50_000);
  return trace;
}

async function call(
  client: InstanceType<Subject['LeadterraClient']>,
  { call, addresses }: CallHistory,
  options: { deadline?: number },
): Promise<Partial<Result>> {
  switch (call) {
    case 'create-campaign':
      await client.createCampaign(
        { name: 'Spring', sequenceSteps: [{ subject: 'Hi', bodyHtml: '<p>Hi</p>' }] },
        options,
      );
      return {};
    case 'register-webhook':
      await client.registerWebhook({ url: 'https://n8n.example/hook', events: ['message.bounced'] }, options);
      return {};
    case 'suppress':
      return await client.suppressEmails(
        Array.from({ length: addresses }, (_, number) => callAddress(number)),
        options,
      );
  }
}

function transport(
  time: VirtualTime,
  trace: CallTrace,
  request: TransportRequest,
): Promise<TransportResponse> {
  const fault = trace.history.faults[trace.startedAt.length];
  trace.startedAt.push(time.now);
  return new Promise((resolve, reject) => {
    const patience = request.timeoutMs ?? Infinity;
    const failed = (code: string) => () => reject(Object.assign(new Error(code), { code }));
    const ms = fault?.kind === 'slow' ? fault.ms : 5;
    time.in(ms, () => {
      const answer = carryOut(trace, request, actsIn(fault));
      const end = endOf(fault?.kind === 'odd-counts' ? undefined : fault, answer, 0, time.clock());
      if (end.kind === 'answer') resolve({ status: end.status, headers: end.headers, body: end.body });
      else if (end.kind === 'no-answer') failed(end.code)();
    });
    if (patience < ms || fault?.kind === 'timeout') time.in(patience, failed('ETIMEDOUT'));
  });
}

/** What Leadterra does with a request, and would answer. */
function carryOut(trace: CallTrace, { path, body }: TransportRequest, acts: 'no' | 'half' | 'yes') {
  if (!path.endsWith('/suppression-list')) {
    if (acts !== 'no') trace.made += 1;
    const id = `made_${trace.made}`;
    const fields = path.endsWith('/webhooks')
      ? { url: 'https://n8n.example/hook', events: ['message.bounced'], status: 'active' }
      : { name: 'Spring', status: 'draft', sequenceSteps: [] };
    return { status: 201, body: { id, ...fields } };
  }
  const { bad, namesBad } = trace.history;
  const given: unknown = body ? Reflect.get(body, 'emails') : [];
  const emails = Array.isArray(given) ? given.map(String) : [];
  if (emails.length > 1000) return { status: 400, body: { message: 'Too many addresses.' } };
  const refused = emails.filter((email) => bad.some((number) => callAddress(number) === email));
  if (refused.length > 0) {
    const errors = refused.map((email) => ({ ...(namesBad && { email }), message: 'Not an address.' }));
    return { status: 422, body: { errors } };
  }
  const reached = acts === 'yes' ? emails.length : acts === 'half' ? Math.ceil(emails.length / 2) : 0;
  const before = trace.suppressed.size;
  for (const email of emails.slice(0, reached)) trace.suppressed.add(email);
  return { status: 200, body: { suppressed: trace.suppressed.size - before } };
}
