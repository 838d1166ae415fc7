import { createCampaign } from './create-campaign';
import { type Endpoint } from './define-endpoint';
import { deleteWebhook } from './delete-webhook';
import { enrollLeads } from './enroll-leads';
import { getCampaignStats } from './get-campaign-stats';
import { listCampaigns } from './list-campaigns';
import { listReplies } from './list-replies';
import { listSenderAccounts } from './list-sender-accounts';
import { listSenderPools } from './list-sender-pools';
import { pauseCampaign } from './pause-campaign';
import { registerWebhook } from './register-webhook';
import { startCampaign } from './start-campaign';
import { suppressEmails } from './suppress-emails';

/** The endpoints under /v1; a new one is one file and one line here. */
export const apiEndpoints: Endpoint[] = [
  createCampaign,
  listCampaigns,
  startCampaign,
  pauseCampaign,
  getCampaignStats,
  enrollLeads,
  listReplies,
  suppressEmails,
  listSenderPools,
  listSenderAccounts,
  registerWebhook,
  deleteWebhook,
];

/** What the API can be asked, such as POST `/v1/campaigns/:id/start`. */
export const endpoints = apiEndpoints.map(({ method, path }) => ({ method, path: `/v1${path}` }));
