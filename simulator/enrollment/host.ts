import type {
  EnrollmentInput,
  EnrollmentMemory,
  Lead,
  TransportRequest,
  TransportResponse,
} from '@leadterra/shared';

import { type Chance } from '../chance.ts';
import { type VirtualTime } from '../virtual-time.ts';
import { type Fault, type History, type Interruption } from './history.ts';
import { leadOf } from './input.ts';
import { actsIn, endOf } from './leadterra/faults.ts';
import { type Leadterra } from './leadterra/leadterra.ts';
import { type SentLead } from './leadterra/wire.ts';
import { type Exchange, type Run } from './trace.ts';

/** What all runs of a history share. */
export type World = {
  history: History;
  time: VirtualTime;
  chance: Chance;
  leadterra: Leadterra;
  /** What the program remembers of earlier runs: the content of each address that was enrolled. */
  remembered: Map<string, string>;
  /** Requests of all runs so far. */
  requests: number;
  /** Counts whatever is written down, for the order of things. */
  order: number;
};

type Moment = Interruption['at']['moment'];

/**
 * The program around one run of the engine: it has the way to Leadterra, the clock and the leads. It notes all that the
 * engine does, and aborts the run or dies when the history says so.
 */
export class Host {
  readonly run: Run;
  readonly signal: AbortSignal | undefined;
  /** Resolves when the host dies. */
  readonly death: Promise<void>;
  readonly #world: World;
  readonly #interruption: Interruption | undefined;
  readonly #abort = new AbortController();
  readonly #passed = new Map<Moment, number>();
  #die: () => void = () => {};
  #inFlight = 0;

  constructor(world: World, number: number, interruption: Interruption | undefined) {
    this.#world = world;
    this.#interruption = interruption;
    const { time, history } = world;
    const { deadlineMs } = history.settings;
    this.run = {
      number,
      startedAt: time.now,
      exchanges: [],
      requestsWith: new Map(),
      sleeps: [],
      progress: [],
      read: 0,
      died: false,
      knownBefore: new Set(world.remembered.keys()),
      outcomes: [],
      ending: 'idle',
      ...(deadlineMs !== undefined && { deadline: time.clock() + deadlineMs }),
    };
    this.signal = interruption?.what === 'abort' ? this.#abort.signal : undefined;
    this.death = new Promise((resolve) => {
      this.#die = resolve;
    });
    if (interruption?.at.moment === 'time') time.in(interruption.at.number, () => this.#interrupt());
  }

  sleep = (ms: number): Promise<void> => {
    const { time, history } = this.#world;
    const { lastWait = Infinity } = history.settings;
    this.run.sleeps.push({ at: time.now, ms });
    this.#pass('sleep');
    if (this.run.sleeps.length > lastWait) return Promise.reject(new Error('There are no more timers.'));
    return new Promise((resolve) => {
      time.in(ms, () => {
        if (!this.run.died) resolve();
      });
    });
  };

  onProgress: NonNullable<EnrollmentInput['onProgress']> = (progress) => {
    this.run.progress.push({ ...progress });
    this.#pass('progress');
  };

  /** The memory that the runs of the history share, if they have one. */
  memory(): EnrollmentMemory | undefined {
    const { history, remembered } = this.#world;
    const { memory: kind } = history.settings;
    if (kind === undefined) return undefined;
    return {
      recall: (_, emails) => emails.map((email) => remembered.get(email)),
      remember: (_, leads) => {
        if (kind === 'full') throw new Error('There is no room left.');
        for (const { email, content } of leads) remembered.set(email, content);
      },
    };
  }

  /** The leads of the history, in the shape that it says. */
  leads(): EnrollmentInput['leads'] {
    const { records, as } = this.#world.history.input;
    switch (as) {
      case 'list':
        this.run.read = records.length;
        return records.map(leadOf);
      case 'stream':
        return this.#stream();
      case 'async-stream':
        return this.#asyncStream();
    }
  }

  transport = (request: TransportRequest): Promise<TransportResponse> => {
    // What goes on in a host that has died reaches nobody.
    if (this.run.died) return new Promise(() => {});
    const world = this.#world;
    const exchange = this.#begin(request);
    const latency = Math.round(world.history.leadterra.latencyMs * world.chance.next());
    const there = Math.ceil(latency / 2) + (exchange.fault?.kind === 'slow' ? exchange.fault.ms : 0);
    return new Promise((resolve, reject) => {
      const finish = (end: NonNullable<Exchange['end']>) => {
        if (exchange.end) return;
        exchange.end = end;
        this.#inFlight -= 1;
        if (this.run.died) return;
        if (end.kind === 'answer') resolve({ status: end.status, headers: end.headers, body: end.body });
        else reject(end.kind === 'no-answer' ? failure(end.code) : failure('ABORT_ERR'));
        this.#pass('answer');
      };
      const leave = () => finish({ kind: 'gone', ...this.#stamp() });
      // Whoever does not listen to its signal learns of an abort with the answer.
      const signal: unknown = Reflect.get(request, 'signal');
      if (signal instanceof AbortSignal) {
        if (signal.aborted) leave();
        else signal.addEventListener('abort', leave, { once: true });
      }
      const patience = () => {
        finish({ kind: 'no-answer', code: 'ETIMEDOUT', ...this.#stamp() });
      };
      if (
        request.timeoutMs !== undefined &&
        (exchange.fault?.kind === 'slow' || exchange.fault?.kind === 'timeout' || latency > request.timeoutMs)
      )
        world.time.in(request.timeoutMs, patience);
      world.time.in(there, () => {
        const end = this.#arrive(exchange, request);
        if (end.kind !== 'silence')
          world.time.in(latency - Math.ceil(latency / 2), () => finish({ ...end, ...this.#stamp() }));
      });
    });
  };

  #begin({ method, path, body }: TransportRequest): Exchange {
    const world = this.#world;
    const { run } = this;
    const text = body === undefined ? '' : JSON.stringify(body);
    this.#inFlight += 1;
    const fault = faultOf(world.history, world.requests++);
    const after = run.endedAt !== undefined ? 'end' : run.abortedAt !== undefined ? 'abort' : undefined;
    const exchange: Exchange = {
      kind: method === 'POST' && path.endsWith('/leads/bulk') ? 'bulk' : 'other',
      startedAt: world.time.now,
      clock: world.time.clock(),
      order: world.order++,
      text: `${path} ${text}`,
      leads: readLeads(text),
      bytes: Buffer.byteLength(text),
      inFlight: this.#inFlight,
      ...(after && { after }),
      ...(fault && { fault }),
    };
    run.exchanges.push(exchange);
    for (const { address } of exchange.leads) {
      const others = run.requestsWith.get(address);
      if (others) others.push(exchange);
      else run.requestsWith.set(address, [exchange]);
    }
    this.#pass('request');
    return exchange;
  }

  /** Leadterra takes the request, which may end otherwise for its sender. */
  #arrive(exchange: Exchange, { path }: TransportRequest) {
    const { leadterra, time, history } = this.#world;
    const { fault, leads, bytes } = exchange;
    if (exchange.kind === 'other') {
      const answer = otherAnswer(path, history);
      return endOf(fault?.kind === 'odd-counts' ? undefined : fault, answer, 0, time.clock());
    }
    const { answer, effects } = leadterra.receive(this.run.number, leads, bytes, actsIn(fault));
    exchange.effects = effects;
    return endOf(fault, answer, leads.length, time.clock());
  }

  *#stream(): Generator<Lead> {
    for (const record of this.#world.history.input.records) {
      this.#pass('reading');
      this.run.read += 1;
      yield leadOf(record);
    }
  }

  async *#asyncStream(): AsyncGenerator<Lead> {
    const { history, chance, time } = this.#world;
    for (const record of history.input.records) {
      if (history.input.readingMs > 0) await time.sleep(Math.round(chance.next() * history.input.readingMs));
      this.#pass('reading');
      this.run.read += 1;
      yield leadOf(record);
    }
  }

  #pass(moment: Moment): void {
    const number = this.#passed.get(moment) ?? 0;
    this.#passed.set(moment, number + 1);
    const at = this.#interruption?.at;
    if (at?.moment === moment && at.number === number) this.#interrupt();
  }

  #interrupt(): void {
    if (this.run.endedAt !== undefined) return;
    if (this.#interruption?.what === 'abort') {
      this.run.abortedAt = this.#world.time.now;
      this.#abort.abort();
    } else {
      this.run.died = true;
      this.#die();
    }
  }

  #stamp(): { at: number; order: number } {
    return { at: this.#world.time.now, order: this.#world.order++ };
  }
}

function faultOf({ spells }: History, request: number): Fault | undefined {
  return spells.find(({ from, count }) => request >= from && request < from + count)?.fault;
}

function failure(code: string): Error {
  return Object.assign(new Error(`No answer (${code}).`), { code });
}

/** The leads of a body, whichever way it writes custom fields. */
function readLeads(text: string): SentLead[] {
  const body: unknown = text === '' ? {} : JSON.parse(text);
  const leads: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, 'leads') : undefined;
  if (!Array.isArray(leads)) return [];
  return leads.map((lead: Record<string, unknown>) => {
    const { email, customFields, ...others } = lead;
    return {
      address: typeof email === 'string' ? email : '',
      fields: new Map(Object.entries({ ...others, ...(typeof customFields === 'object' && customFields) })),
    };
  });
}

function otherAnswer(path: string, { leadterra }: History) {
  if (!path.endsWith('/stats')) return { status: 404, body: { message: `Cannot GET ${path}` } };
  const status = leadterra.tellsStatus ? { status: leadterra.campaign } : {};
  return { status: 200, body: { campaignId: 'camp_1', totalEnrolled: 0, sent: 0, ...status } };
}
