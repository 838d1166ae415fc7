import { z } from 'zod';

import { type StandIn, startStandIn } from './stand-in.ts';

/** What a model asks a tool for. */
export type ToolCall = { tool: string; args: unknown };

const request = z.object({
  messages: z.array(z.looseObject({ role: z.string(), content: z.unknown() })),
  tools: z.array(z.object({ function: z.looseObject({ name: z.string(), description: z.string() }) })),
});

/** A model that calls tools as it is told, in the place of one that thinks. */
export type Model = StandIn & {
  /** What it is told of the tools: names, descriptions and the schemas of their arguments. */
  tools: () => z.infer<typeof request>['tools'];
  /** What the tools have answered, in the order of the calls. */
  told: () => string[];
};

/**
 * Starts a server that speaks the chat protocol of OpenAI.
 * @param turns the calls that it makes in each turn; after the last one it says that it is done
 */
export async function startModel(turns: ToolCall[][]): Promise<Model> {
  let turn = 0;
  const standIn = await startStandIn((response) => {
    const calls = turns[turn] ?? [];
    const toolCalls = calls.map(({ tool, args }, place) => ({
      id: `call_${turn}_${place}`,
      type: 'function',
      function: { name: tool, arguments: JSON.stringify(args) },
    }));
    turn += 1;
    const isDone = calls.length === 0;
    response.end(
      JSON.stringify({
        id: `chatcmpl-${turn}`,
        object: 'chat.completion',
        created: 1,
        model: 'stand-in',
        choices: [
          {
            index: 0,
            finish_reason: isDone ? 'stop' : 'tool_calls',
            message: isDone
              ? { role: 'assistant', content: 'Done.' }
              : { role: 'assistant', content: null, tool_calls: toolCalls },
          },
        ],
        usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
      }),
    );
  });
  const last = () => request.parse(JSON.parse(standIn.requests.at(-1)?.body ?? ''));
  return {
    ...standIn,
    tools: () => last().tools,
    told: () =>
      last()
        .messages.filter(({ role }) => role === 'tool')
        .map(({ content }) => String(content)),
  };
}
