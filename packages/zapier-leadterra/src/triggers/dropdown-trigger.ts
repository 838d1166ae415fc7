import { type Choices } from '@leadterra/shared';
import { defineTrigger } from 'zapier-platform-core';

import { noInput, withLeadterra } from '../perform';

type DropdownTrigger = {
  key: string;
  noun: string;
  /** When it would trigger, if it were offered: begins with "Triggers when" and ends with a full stop, as Zapier asks. */
  when: string;
  list: Choices;
  sample: { id: string; name: string };
};

/** A trigger that nobody is offered and that fills the dropdowns of its kind. */
export function dropdownTrigger({ key, noun, when, list, sample }: DropdownTrigger) {
  return defineTrigger({
    key,
    noun,
    display: {
      label: `${noun}s`,
      description: `${when} Only dropdowns use it.`,
      hidden: true,
    },
    operation: {
      type: 'polling',
      perform: withLeadterra(noInput, async ({ client, deadline }) => {
        // Who finds nothing to choose from types the ID or the address.
        const choices = (await list(client, { deadline })) ?? [];
        return choices.map(({ id, label: name }) => ({ id, name }));
      }),
      sample,
      outputFields: [
        { key: 'id', label: `${noun} ID` },
        { key: 'name', label: 'Name' },
      ],
    },
  });
}
