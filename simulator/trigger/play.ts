import { type Subject } from '../subject.ts';
import { VirtualTime } from '../virtual-time.ts';
import { type DeliveryHistory, type Fate } from './history.ts';

// The guide's page on webhooks: an answer within 10 seconds, and so many minutes until each further try.
const patienceMs = 10_000;
const triesAfterMinutes = [1, 5, 30, 120, 480];

type SeenEvents = InstanceType<Subject['SeenEvents']>;

/** One of n8n's processes, and the events that it must know to have started the workflow. */
type Process = { seen: SeenEvents; knows: Set<number>; life: number };

/** What became of one event. */
type EventFate = {
  /** When and where it started the workflow. */
  runs: { at: number; process: number }[];
  /** Whether Leadterra got its 2xx. */
  isAnswered: boolean;
};

/** All that can be held against the trigger's memory after a history was played. */
export type DeliveryTrace = {
  history: DeliveryHistory;
  events: EventFate[];
  /** Line by line, for people. */
  log: string[];
  /** Runs of an event that the process had started before, or had read of. */
  knownTwice: string[];
  /** Events that were answered as seen where no process had started the workflow with them. */
  neverRun: string[];
  /** Deliveries that nothing became of though their process went on. */
  stuck: number;
};

/** Delivers the events of a history to n8n's processes, which keep them in the code under test. */
export async function playDeliveries(subject: Subject, history: DeliveryHistory): Promise<DeliveryTrace> {
  const playing = new Playing(subject, history);
  return await playing.play();
}

class Playing {
  readonly #subject: Subject;
  readonly #time = new VirtualTime();
  readonly #trace: DeliveryTrace;
  readonly #processes: Process[];
  /** The static data of the workflow, and the events that must be in it. */
  #stored: { data: unknown; events: Set<number> } = { data: undefined, events: new Set() };
  #deliveries = 0;

  constructor(subject: Subject, history: DeliveryHistory) {
    this.#subject = subject;
    const events = history.events.map((): EventFate => ({ runs: [], isAnswered: false }));
    this.#trace = { history, events, log: [], knownTwice: [], neverRun: [], stuck: 0 };
    this.#processes = Array.from({ length: history.processes }, () => this.#begin());
  }

  async play(): Promise<DeliveryTrace> {
    const { history } = this.#trace;
    for (const [event, at] of history.events.entries()) {
      this.#time.in(at, () => this.#send(event, 0));
      if (history.doubled.includes(event))
        this.#time.in(at, () => this.#send(event, triesAfterMinutes.length));
    }
    for (const { at, process } of history.restarts) this.#time.in(at, () => this.#restart(process));
    await this.#time.passUntil(new Promise(() => {}), 10_000);
    return this.#trace;
  }

  #begin(): Process {
    return { seen: new this.#subject.SeenEvents(), knows: new Set(), life: 0 };
  }

  #restart(number: number): void {
    const process = this.#processes[number];
    if (!process) return;
    Object.assign(process, this.#begin(), { life: process.life + 1 });
    this.#note(`process ${number} restarts`);
  }

  /** Leadterra's side: it sends, waits, and tries again where no 2xx comes. */
  #send(event: number, tries: number): void {
    const fate =
      this.#trace.history.fates[Math.min(this.#deliveries++, this.#trace.history.fates.length - 1)];
    if (!fate) return;
    let isOver = false;
    const over = (status: number | undefined) => {
      if (isOver) return;
      isOver = true;
      const isDone = status === 200;
      if (isDone) this.#of(event).isAnswered = true;
      this.#note(`event ${event} → ${status ?? 'no answer'}`);
      const wait = isDone ? undefined : triesAfterMinutes[tries];
      if (wait !== undefined) this.#time.in(60_000 * wait, () => this.#send(event, tries + 1));
    };
    this.#time.in(patienceMs, () => over(undefined));
    if (fate.hangsUp) this.#time.in(fate.workMs + fate.answerMs / 2, () => over(undefined));
    this.#note(`event ${event} is delivered to process ${fate.process}`);
    void this.#receive(event, fate, over);
  }

  /** n8n's side: it reads what is stored, asks the memory, starts the workflow, stores and answers. */
  async #receive(event: number, fate: Fate, answer: (status: number) => void): Promise<void> {
    const process = this.#processes[fate.process];
    if (!process) return;
    const { life, seen } = process;
    const lives = () => process.life === life;
    seen.merge(structuredClone(this.#stored.data));
    for (const known of this.#stored.events) process.knows.add(known);

    this.#trace.stuck += 1;
    let say: (hasStarted: boolean) => void = () => {};
    const hasStarted = new Promise<boolean>((resolve) => {
      say = resolve;
    });
    const toStore = await seen.claim(`event ${event}`, this.#time.clock(), hasStarted);
    this.#trace.stuck -= 1;
    if (!lives()) return;
    if (toStore === undefined) {
      if (this.#of(event).runs.length === 0)
        this.#trace.neverRun.push(
          `Event ${event} counts as seen at ${this.#time.now} ms, but has started nothing.`,
        );
      this.#time.in(fate.answerMs, () => {
        if (lives()) answer(200);
      });
      return;
    }
    if (process.knows.has(event))
      this.#trace.knownTwice.push(
        `Event ${event} may start the workflow at ${this.#time.now} ms, though process ${fate.process} knows that it has.`,
      );
    const events = new Set(process.knows).add(event);
    this.#time.in(fate.workMs, () => {
      if (!lives()) return;
      if (!fate.startFails) {
        this.#of(event).runs.push({ at: this.#time.now, process: fate.process });
        this.#note(`event ${event} starts the workflow`);
        this.#stored = { data: structuredClone(toStore), events };
        process.knows.add(event);
      }
      say(!fate.startFails);
      this.#time.in(fate.answerMs, () => {
        if (lives()) answer(fate.startFails ? 500 : 200);
      });
    });
  }

  #of(event: number): EventFate {
    return this.#trace.events[event] ?? { runs: [], isAnswered: false };
  }

  #note(what: string): void {
    this.#trace.log.push(`${this.#time.now} ms: ${what}`);
  }
}
