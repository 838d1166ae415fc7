import { isRecord } from '../../json';
import { type Preset } from '../preset';

export const notion = {
  source: 'notion',
  label: 'Notion',
  shapes: [
    {
      name: 'Page of a database',
      keys: ['properties'],
      isNested: true,
      matches: ({ object, properties }) => object === 'page' && isRecord(properties),
      columnsIn: 'properties',
      fields: { email: [] },
    },
  ],
} as const satisfies Preset;
