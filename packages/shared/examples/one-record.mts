// Enrolls one record as a CRM gives it: node examples/one-record.mts CAMPAIGN_ID
import { enrollRecords, LeadterraClient } from '@leadterra/shared';
import { axiosTransport } from '@leadterra/shared/axios';

const client = new LeadterraClient({
  transport: axiosTransport({
    apiKey: process.env['LEADTERRA_API_KEY'] ?? '',
    // For the sandbox; without it, Leadterra itself.
    baseUrl: process.env['LEADTERRA_URL'],
  }),
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
});

const record = {
  id: '501',
  properties: {
    email: 'ada@acme.example',
    firstname: 'Ada',
    lastname: 'Reed',
    company: 'Acme',
    jobtitle: 'CTO',
  },
};

const { outcomes } = await enrollRecords(client, { campaignId: process.argv[2] ?? '', records: [record] });
console.log(outcomes[0]);
