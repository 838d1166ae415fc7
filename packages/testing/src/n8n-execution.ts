import { z } from 'zod';

const runError = z.object({ message: z.string(), description: z.string().nullish() });
const items = z.array(z.object({ json: z.record(z.string(), z.unknown()) }));
const nodeRun = z.object({
  // A sub-node, such as an agent's memory, has an output of another name.
  data: z.object({ main: z.array(items.nullable()).optional() }).optional(),
  error: runError.optional(),
  hints: z.array(z.object({ message: z.string() })).optional(),
});
const execution = z.object({
  id: z.coerce.string(),
  status: z.string(),
  data: z.object({
    resultData: z.object({
      runData: z.record(z.string(), z.array(nodeRun)).default({}),
      error: runError.optional(),
    }),
  }),
});
/** A run of a workflow, with the data of all its nodes. */
export type Execution = z.infer<typeof execution>;

/** In queue mode, an execution that waits for a worker is new. */
const underWay = ['new', 'running', 'waiting'];

export function isUnderWay(status: string): boolean {
  return underWay.includes(status);
}

/** The ended ones of what n8n lists with their data. */
export function endedExecutions(listed: unknown[]): Execution[] {
  return listed
    .flatMap((one) => execution.safeParse(one).data ?? [])
    .filter(({ status }) => !isUnderWay(status));
}

/** The JSON that a node put out, per output. Of several runs of the node, the last. */
export function outputsOf({ data }: Execution, node: string): Record<string, unknown>[][] {
  const main = data.resultData.runData[node]?.at(-1)?.data?.main ?? [];
  return main.map((output) => (output ?? []).map(({ json }) => json));
}
