import { hubspotAndSalesforceRecords } from './records/hubspot-and-salesforce.ts';
import { marketingToolRecords } from './records/marketing-tools.ts';
import { pipedriveAndZohoRecords } from './records/pipedrive-and-zoho.ts';
import { salesCrmRecords } from './records/sales-crms.ts';
import { sheetRecords } from './records/sheets.ts';
import { toolRecords } from './records/tools.ts';
import { recordsWithoutPreset } from './records/without-preset.ts';

/** One record of every kind that the mapping reads; the tests and the benchmark use them. */
export const records = [
  ...hubspotAndSalesforceRecords,
  ...pipedriveAndZohoRecords,
  ...salesCrmRecords,
  ...marketingToolRecords,
  ...recordsWithoutPreset,
  ...sheetRecords,
  ...toolRecords,
];
