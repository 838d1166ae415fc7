import { type CallOptions } from '../api/caller';
import { type LeadterraClient } from '../api/client';
import { LeadterraError } from '../error';
import { type Field } from './field';
import { type Fields, type Given, readInput } from './read-input';

/** What the types of an action's output hold. */
type Values = {
  id: string;
  text: string;
  dateTime: string;
  integer: number;
  number: number;
  yesNo: boolean;
  texts: string[];
};

/** A field of an action's result. Its sample is what hosts show before the first run. */
export type OutputField = {
  [Type in keyof Values]: { label: string; type: Type; sample: Values[Type] };
}[keyof Values];

/** What a result holds: every key of the output, null where Leadterra does not tell. */
export type Result = Record<string, string | number | boolean | string[] | null>;

/** What became of some items: their results, which belong to all of them, or what went wrong. */
type Settled = { items: number[] } & ({ results: Result[]; note?: string } | { error: unknown });

const runsAnew =
  'Each run does it anew. Before you run it again after an error, check in Leadterra whether it has already happened.';

type Words = {
  /** What it is called by in every Zap: lower case with underscores, never to change. */
  key: string;
  /** What it is about, and what it does with that: the two menus of n8n. In camel case, never to change. */
  resource: string;
  operation: string;
  /** In Title Case; of one that only reads it begins with "Find". */
  label: string;
  /** One sentence in the third person, with its full stop. */
  description: string;
  kind: 'read' | 'write';
  /** Whether a second run changes nothing that the first has not changed already. */
  isIdempotent: boolean;
};

/**
 * Whether somebody can take back what an action does: always, or with such an input. What does not say so is done by
 * no AI agent without leave.
 */
type CanBeUndone<Input> = { canBeUndone?: true | ((input: Input) => boolean) };

/** Something a user can do, as the hosts see it: what to show, and how to do it. */
export type Action = Words &
  CanBeUndone<Given> & {
    /** What must be read before it is run. */
    notice?: string;
    fields: Record<string, Field>;
    output: Record<string, OutputField>;
    runs: Runs<unknown, unknown>['runs'];
    /**
     * Does it for many items. All of them are read before anything is sent, and those that cannot be used are told
     * first; a caller that stops there has changed nothing.
     * @param givens one for each item; what such a function throws is the error of its item
     */
    run: (client: LeadterraClient, givens: (() => Given)[], options?: CallOptions) => AsyncGenerator<Settled>;
  };

type Call<Input, Output> = (
  client: LeadterraClient,
  input: Input,
  options: CallOptions | undefined,
) => Promise<Output>;

/** How many items share a call. `a list`: items with the same input share one list, which comes once for all of them. */
type Runs<Input, Output> =
  | { runs: 'each' | 'once per distinct input'; run: Call<Input, Output> }
  | { runs: 'all at once'; run: Call<Input[], (Output | LeadterraError)[]> }
  | { runs: 'a list'; run: Call<Input, List<Output>> };

/** A list, and what is to be known of it as a whole, in a sentence. */
type List<Output> = { list: Output[]; note?: string };

type ResultOf<Output extends Record<string, OutputField>> = {
  [Key in keyof Output]?: Values[Output[Key]['type']];
};

type Definition<Input, Output extends Record<string, OutputField>> = Words &
  CanBeUndone<Input> & {
    /** What a user must know before running it, beside what follows from its not being idempotent. */
    warning?: string;
    fields: Fields<Input>;
    output: Output;
  } & Runs<Input, ResultOf<Output>>;

/** Says an action once for all hosts. Its `run` gets an input as the fields' types say, and gives what `output` says. */
export function defineAction<Input, Output extends Record<string, OutputField>>(
  definition: Definition<Input, Output>,
): Action {
  const { warning, isIdempotent, canBeUndone, fields } = definition;
  const notices = [warning, isIdempotent ? undefined : runsAnew].filter((text) => text !== undefined);
  return {
    ...definition,
    ...(notices.length > 0 && { notice: notices.join(' ') }),
    canBeUndone:
      typeof canBeUndone === 'function' ? (given) => canBeUndone(readInput(fields, given)) : canBeUndone,
    run: (client, givens, options) => settle(definition, client, givens, options),
  };
}

/** The name of a resource or an operation as menus show it: `suppressionList` is Suppression List. */
export function titleOf(name: string): string {
  const words = name.replace(/[A-Z]/g, ' $&').replace(/^./, (first) => first.toUpperCase());
  return words.replace(/\bSdr\b/, 'SDR').replace('Follow Up', 'Follow-Up');
}

async function* settle<Input, Output extends Record<string, OutputField>>(
  definition: Definition<Input, Output>,
  client: LeadterraClient,
  givens: (() => Given)[],
  options: CallOptions | undefined,
): AsyncGenerator<Settled> {
  const read: { item: number; input: Input }[] = [];
  for (const [item, given] of givens.entries()) {
    const outcome = await attempt(() => readInput(definition.fields, given()));
    if ('error' in outcome) yield { items: [item], error: outcome.error };
    else read.push({ item, input: outcome.value });
  }
  for (const { items, inputs } of callsFor(definition.runs, read)) {
    const outcome = await attempt(() => call(definition, client, inputs, options));
    if ('error' in outcome) yield { items, error: outcome.error };
    else yield* shared(definition, items, outcome.value);
  }
}

/** The items of each call, with the inputs that it is made with. */
function callsFor<Input>(runs: Action['runs'], read: { item: number; input: Input }[]) {
  const calls = new Map<string, { items: number[]; inputs: [Input, ...Input[]] }>();
  for (const { item, input } of read) {
    const key = runs === 'each' ? String(item) : runs === 'all at once' ? runs : JSON.stringify(input);
    const call = calls.get(key);
    if (!call) calls.set(key, { items: [item], inputs: [input] });
    else {
      call.items.push(item);
      call.inputs.push(input);
    }
  }
  return calls.values();
}

async function call<Input, Output extends Record<string, OutputField>>(
  definition: Definition<Input, Output>,
  client: LeadterraClient,
  inputs: [Input, ...Input[]],
  options: CallOptions | undefined,
): Promise<List<ResultOf<Output> | LeadterraError>> {
  switch (definition.runs) {
    case 'all at once':
      return { list: await definition.run(client, inputs, options) };
    case 'a list':
      return await definition.run(client, inputs[0], options);
    case 'each':
    case 'once per distinct input':
      return { list: [await definition.run(client, inputs[0], options)] };
  }
}

/** A list belongs to all of its items; of other results each item has its own. */
function* shared<Output extends Record<string, OutputField>>(
  { runs, output }: { runs: Action['runs']; output: Output },
  items: number[],
  { list, note }: List<ResultOf<Output> | LeadterraError>,
): Generator<Settled> {
  const settled = list.map((one) =>
    one instanceof LeadterraError ? { error: one } : { results: [complete(output, one)] },
  );
  if (runs === 'a list') {
    yield { items, note, results: settled.flatMap(({ results = [] }) => results) };
    return;
  }
  for (const [place, item] of items.entries()) {
    const own = settled[runs === 'all at once' ? place : 0];
    if (own) yield { items: [item], ...own };
  }
}

function complete<Output extends Record<string, OutputField>>(
  output: Output,
  result: ResultOf<Output>,
): Result {
  const whole: Result = {};
  for (const key in output) whole[key] = result[key] ?? null;
  return whole;
}

async function attempt<Value>(
  work: () => Value | Promise<Value>,
): Promise<{ value: Value } | { error: unknown }> {
  try {
    return { value: await work() };
  } catch (error) {
    return { error };
  }
}
