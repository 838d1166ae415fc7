import { Caller } from './caller';
import { bindOperation } from './operation';
import { createCampaign } from './operations/create-campaign';
import { deleteWebhook } from './operations/delete-webhook';
import { getCampaignStats } from './operations/get-campaign-stats';
import { listCampaigns } from './operations/list-campaigns';
import { listReplies } from './operations/list-replies';
import { listSenderAccounts } from './operations/list-sender-accounts';
import { listSenderPools } from './operations/list-sender-pools';
import { pauseCampaign } from './operations/pause-campaign';
import { registerWebhook } from './operations/register-webhook';
import { startCampaign } from './operations/start-campaign';
import { suppressEmails } from './operations/suppress-emails';
import { upsertLeads } from './operations/upsert-leads';

/**
 * The Leadterra API, one line per operation; what each does stands in its file. All of them take `CallOptions` last,
 * and reject with a LeadterraError that says what happened and what to do. Failures that may pass are retried by the
 * policy; what would happen twice by being repeated is not.
 */
export class LeadterraClient extends Caller {
  readonly createCampaign = bindOperation(createCampaign, this);
  readonly startCampaign = bindOperation(startCampaign, this);
  readonly pauseCampaign = bindOperation(pauseCampaign, this);
  readonly getCampaignStats = bindOperation(getCampaignStats, this);
  readonly upsertLeads = bindOperation(upsertLeads, this);
  readonly listCampaigns = bindOperation(listCampaigns, this);
  readonly listReplies = bindOperation(listReplies, this);
  readonly suppressEmails = bindOperation(suppressEmails, this);
  readonly listSenderPools = bindOperation(listSenderPools, this);
  readonly listSenderAccounts = bindOperation(listSenderAccounts, this);
  readonly registerWebhook = bindOperation(registerWebhook, this);
  readonly deleteWebhook = bindOperation(deleteWebhook, this);
}
