import { isRecord } from '../../json';
import { type Preset } from '../preset';

export const jotform = {
  source: 'jotform',
  label: 'Jotform',
  shapes: [
    {
      name: 'Submission',
      keys: ['answers'],
      isNested: true,
      matches: (record) => isRecord(record.answers) && 'form_id' in record,
      columnsIn: 'answers',
      fields: { email: [] },
    },
  ],
} as const satisfies Preset;
