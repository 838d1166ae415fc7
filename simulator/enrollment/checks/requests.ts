import { type History } from '../history.ts';
import { addressOf } from '../input.ts';
import { largeShapes } from '../large.ts';
import { type SentLead } from '../leadterra/wire.ts';
import { type Exchange, type Run } from '../trace.ts';
import { type Check, isReadable200, mayPass } from './check.ts';

const defaultBatchSize = 250;
/** What a lead weighs at most beside its fields: its address, and what stands around it. */
const addressBytes = 50;

/** For each request that says the same as an earlier one which failed: the last such one before it. */
export function repetitions(run: Run, { input }: History): Repetition[] {
  const last = new Map<string, Exchange>();
  return run.exchanges.flatMap((again) => {
    const earlier = last.get(again.text);
    last.set(again.text, again);
    if (!earlier || !mayPass(earlier)) return [];
    const [first, ...others] = again.leads;
    const records = input.records.filter(({ person }) => addressOf(person) === first?.address);
    // In a stream, a record that is like an earlier one, which failed, is a lead of its own.
    const mayBeNew = input.as !== 'list' && others.length === 0 && records.length > 1;
    return [{ earlier, again, isCertain: again.kind === 'bulk' && !mayBeNew }];
  });
}

type Repetition = { earlier: Exchange; again: Exchange; isCertain: boolean };

/** The report counts the requests that were made, and those that repeat a failed one. */
export const requestsAreCounted: Check = (run, { history }) => {
  if (!run.summary) return [];
  const { requests, retries } = run.summary;
  const made = run.exchanges.length;
  const repeated = repetitions(run, history);
  // A question like "is it a draft?" may also be asked anew.
  const least = repeated.filter(({ isCertain }) => isCertain).length;
  const isRight = retries >= least && retries <= repeated.length;
  return [
    ...(requests === made ? [] : [`It counts ${requests} requests, ${made} were made.`]),
    ...(isRight ? [] : [`It counts ${retries} retries, ${least} to ${repeated.length} were made.`]),
  ];
};

/** Nothing is asked for after the deadline, after an abort, or once the report is there. */
export const nothingStartsTooLate: Check = (run) =>
  run.exchanges.flatMap(({ after, clock, startedAt }) => {
    if (after) return [`A request starts at ${startedAt} ms, after the ${after}.`];
    return run.deadline !== undefined && clock >= run.deadline
      ? [`A request starts at ${startedAt} ms, ${clock - run.deadline} ms after the deadline.`]
      : [];
  });

/** No request holds more leads than asked for, and no more are under way at a time. */
export const sizesAreKept: Check = (run, { history }) => {
  const { batchSize = defaultBatchSize, concurrency = Infinity } = history.settings;
  return run.exchanges.flatMap(({ leads, inFlight }) => [
    ...(leads.length > batchSize
      ? [`A request holds ${leads.length} leads, at most ${batchSize} were asked for.`]
      : []),
    ...(inFlight > concurrency
      ? [`${inFlight} requests are under way, at most ${concurrency} were asked for.`]
      : []),
  ]);
};

/** Nobody is in one request twice. */
export const nobodyIsTwiceInOne: Check = (run) =>
  run.exchanges.flatMap(({ leads }) =>
    new Set(leads.map(({ address }) => address)).size === leads.length
      ? []
      : ['A request holds an address twice.'],
  );

function weightOf({ fields }: SentLead): number {
  return Buffer.byteLength(JSON.stringify(Object.fromEntries(fields)));
}

/** What was too large once is not tried again in that size, unless it is a lead alone. */
export const tooLargeIsLearned: Check = (run, { history }) => {
  if (history.leadterra.limit?.bytes === undefined) return [];
  const refusals = run.exchanges.flatMap(({ end, bytes, leads }) =>
    // Where one lead weighs more than all others, the refusal says nothing of them.
    end?.kind === 'answer' &&
    end.status === 413 &&
    !leads.some((lead) => 2 * weightOf(lead) > bytes - leads.length * addressBytes)
      ? [{ order: end.order, bytes }]
      : [],
  );
  const repeated = new Set(repetitions(run, history).map(({ again }) => again));
  return run.exchanges.flatMap((exchange) => {
    const { leads, bytes, order } = exchange;
    return leads.length > 1 &&
      !repeated.has(exchange) &&
      refusals.some((refusal) => refusal.order < order && refusal.bytes <= bytes)
      ? [`A request of ${bytes} bytes starts after as many were too large.`]
      : [];
  });
};

/** On a running campaign nobody is sent again of whom Leadterra has told that it took them: they would get mail twice. */
export const nobodyGetsMailTwice: Check = (run, { history }) => {
  if (history.leadterra.campaign === 'draft' || history.settings.findLeftOut === 'always') return [];
  const { records } = history.input;
  return [...run.requestsWith].flatMap(([address, requests]) => {
    const isCorrected = records.filter(({ person }) => addressOf(person) === address).length > 1;
    if (isCorrected && history.input.as !== 'list') return [];
    const told = requests.find((request) => isReadable200(request) && took(request, address));
    const again = told && requests.find(({ order }) => order > (told.end?.order ?? Infinity));
    return again ? [`${address} is sent again at ${again.startedAt} ms, after Leadterra has taken it.`] : [];
  });
};

function took({ leads, effects }: Exchange, address: string): boolean {
  const effect = effects?.[leads.findIndex((lead) => lead.address === address)];
  return effect === 'created' || effect === 'updated';
}

/** What is wrong with few leads, or with all, does not cost a request for each of the others. */
export const requestsAreBounded: Check = (run, { history }) => {
  const { input, leadterra, shape, settings, spells } = history;
  const made = run.exchanges.length - repetitions(run, history).length;
  const most = shape ? largeShapes[shape].mostRequests : usualMost();
  return made > most ? [`It made ${made} requests beside repetitions; ${most} are enough.`] : [];

  function usualMost(): number {
    const batchSize = settings.batchSize ?? defaultBatchSize;
    const halvings = Math.ceil(Math.log2(Math.min(batchSize, input.records.length) + 1));
    const refused = input.records.filter(
      ({ person, badTitle }) => badTitle || leadterra.bad.includes(person),
    ).length;
    const troubling = refused + leadterra.suppressed.length;
    const batches = Math.ceil(input.records.length / batchSize);
    // All are refused for one reason: a few alone show it, after as many requests as were under way.
    if (leadterra.closedWith !== undefined && spells.length === 0) return 30 + 2 * halvings;
    // A limit, or an answer that tells nothing, can make every batch one lead small.
    const isSplit = leadterra.limit !== undefined || spells.length > 0;
    return 3 + (isSplit ? 3 * input.records.length : 2 * batches) + 2 * troubling * (1 + halvings);
  }
};
