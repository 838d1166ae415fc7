import { hubspotAndSalesforceRecords } from './hubspot-and-salesforce.ts';
import { marketingToolRecords } from './marketing-tools.ts';
import { salesCrmRecords } from './sales-crms.ts';
import { sheetRecords } from './sheets.ts';

export { type RecordCase } from './record-case.ts';

/** One record of every kind that the mapping reads; the tests and the benchmark use them. */
export const records = [
  ...hubspotAndSalesforceRecords,
  ...salesCrmRecords,
  ...marketingToolRecords,
  ...sheetRecords,
];
