import { type Preset } from '../preset';
import { activecampaign } from './activecampaign';
import { agilecrm } from './agilecrm';
import { apollo } from './apollo';
import { attio } from './attio';
import { brevo } from './brevo';
import { close } from './close';
import { copper } from './copper';
import { dynamics } from './dynamics';
import { freshworks } from './freshworks';
import { highlevel } from './highlevel';
import { hubspot } from './hubspot';
import { keap } from './keap';
import { mailchimp } from './mailchimp';
import { pipedrive } from './pipedrive';
import { salesforce } from './salesforce';
import { spreadsheet } from './spreadsheet';
import { zoho } from './zoho';

/** Every source. A record belongs to the first one that has a shape for it, so the most specific stand first. */
export const presets = [
  attio,
  hubspot,
  agilecrm,
  salesforce,
  dynamics,
  zoho,
  freshworks,
  pipedrive,
  close,
  copper,
  apollo,
  keap,
  highlevel,
  brevo,
  mailchimp,
  activecampaign,
  spreadsheet,
] as const satisfies readonly Preset[];

/** Where a record comes from. */
export type LeadSource = (typeof presets)[number]['source'];
