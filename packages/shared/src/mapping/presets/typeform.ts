import { type Preset } from '../preset';

export const typeform = {
  source: 'typeform',
  label: 'Typeform',
  shapes: [
    {
      name: 'Response',
      keys: ['answers'],
      isNested: true,
      matches: (record) => Array.isArray(record.answers) && ('definition' in record || 'landed_at' in record),
      columnsIn: 'answers',
      fields: { email: [] },
    },
  ],
} as const satisfies Preset;
