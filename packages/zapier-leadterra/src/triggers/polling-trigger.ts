import { type Given, type LeadterraClient, type OutputField } from '@leadterra/shared';
import { defineTrigger, type PlainInputField } from 'zapier-platform-core';

import { anyInput } from '../input';
import { withLeadterra } from '../perform';
import { outputFieldsOf, sampleOf, shownValue } from '../render-output';

type PollingTrigger<Output extends Record<string, OutputField>> = {
  key: string;
  noun: string;
  label: string;
  /** Begins with "Triggers when" and ends with a full stop, as Zapier asks. */
  description: string;
  inputFields: PlainInputField[];
  /** The `id` tells events apart: Zapier starts the Zap for each that it has not seen. */
  output: Output;
  poll: (
    client: LeadterraClient,
    given: Given,
    deadline: number,
  ) => Promise<({ id: string } & { [Key in keyof Output]?: OutputField['sample'] })[]>;
};

/** A trigger for what no webhook tells of: Zapier asks for it every few minutes. */
export function pollingTrigger<Output extends Record<string, OutputField>>({
  key,
  noun,
  label,
  description,
  inputFields,
  output,
  poll,
}: PollingTrigger<Output>) {
  return defineTrigger({
    key,
    noun,
    display: { label, description },
    operation: {
      type: 'polling',
      inputFields,
      perform: withLeadterra(anyInput, async ({ client, deadline, input }) => {
        const found = await poll(client, input, deadline);
        return found.map((event) => ({
          ...Object.fromEntries(
            Object.entries(output).map(([name, field]) => [name, shownValue(field, event[name] ?? null)]),
          ),
          id: event.id,
        }));
      }),
      sample: sampleOf(output),
      outputFields: outputFieldsOf(output),
    },
  });
}
