import { type Preset } from '../preset';

export const tally = {
  source: 'tally',
  label: 'Tally',
  shapes: [
    {
      name: 'Response',
      keys: ['respondentId'],
      matches: ({ fields }) => Array.isArray(fields),
      columnsIn: 'fields',
      fields: { email: [] },
    },
  ],
} as const satisfies Preset;
