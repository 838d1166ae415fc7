import { isRecord } from '../../json';
import { type Preset } from '../preset';

export const airtable = {
  source: 'airtable',
  label: 'Airtable',
  shapes: [
    {
      name: 'Record',
      keys: ['fields'],
      isNested: true,
      matches: ({ id, fields }) => typeof id === 'string' && id.startsWith('rec') && isRecord(fields),
      columnsIn: 'fields',
      fields: { email: [] },
    },
  ],
} as const satisfies Preset;
