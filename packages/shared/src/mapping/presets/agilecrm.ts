import { isRecord } from '../../json';
import { type Preset } from '../preset';

const isNamed = (property: unknown) => isRecord(property) && 'name' in property && 'value' in property;

export const agilecrm = {
  source: 'agilecrm',
  label: 'Agile CRM',
  shapes: [
    {
      name: 'Contact',
      keys: ['properties'],
      matches: ({ properties }) => Array.isArray(properties) && isNamed(properties[0]),
      fields: {
        email: ['properties[name=email].value'],
        firstName: ['properties[name=first_name].value'],
        lastName: ['properties[name=last_name].value'],
        company: ['properties[name=company].value'],
        jobTitle: ['properties[name=title].value'],
      },
      // Unsubscribed from one campaign only is CURRENT; of bounces there are soft ones too.
      optOut: [
        { path: 'unsubscribeStatus[].unsubscribeType', when: ['all'] },
        { path: 'emailBounceStatus[].emailBounceType', when: ['hard_bounce', 'spam'] },
      ],
      unmappedIn: 'properties',
    },
  ],
} as const satisfies Preset;
