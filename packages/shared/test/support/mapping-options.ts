import { mapLead, type MapLeadOptions } from '@leadterra/shared';

/** Ways of mapping that differ in what they look at. */
export const optionSets: MapLeadOptions[] = [
  {},
  { customFields: 'unmapped' },
  { customFields: ['a', 'b.c', 'properties.x', '__proto__.y', 'list[].z'] },
  { source: 'hubspot', customFields: 'unmapped' },
  { source: 'agilecrm', customFields: 'unmapped' },
];

export function mapInEveryWay(record: unknown) {
  return optionSets.map((options) => mapLead(record, options));
}
