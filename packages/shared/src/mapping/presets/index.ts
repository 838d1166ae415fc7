import { type Preset } from '../preset';
import { activecampaign } from './activecampaign';
import { agilecrm } from './agilecrm';
import { airtable } from './airtable';
import { apollo } from './apollo';
import { attio } from './attio';
import { brevo } from './brevo';
import { calendly } from './calendly';
import { clay } from './clay';
import { close } from './close';
import { copper } from './copper';
import { dynamics } from './dynamics';
import { freshworks } from './freshworks';
import { googleContacts } from './google-contacts';
import { highlevel } from './highlevel';
import { hubspot } from './hubspot';
import { hunter } from './hunter';
import { intercom } from './intercom';
import { jotform } from './jotform';
import { keap } from './keap';
import { klaviyo } from './klaviyo';
import { linkedin } from './linkedin';
import { lusha } from './lusha';
import { mailchimp } from './mailchimp';
import { notion } from './notion';
import { outlook } from './outlook';
import { pipedrive } from './pipedrive';
import { salesforce } from './salesforce';
import { shopify } from './shopify';
import { spreadsheet } from './spreadsheet';
import { stripe } from './stripe';
import { tally } from './tally';
import { typeform } from './typeform';
import { zendesk } from './zendesk';
import { zoho } from './zoho';
import { zoominfo } from './zoominfo';

/** Every source. A record belongs to the first one that has a shape for it, so the most specific stand first. */
export const presets = [
  attio,
  notion,
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
  intercom,
  klaviyo,
  zendesk,
  shopify,
  stripe,
  calendly,
  typeform,
  tally,
  jotform,
  airtable,
  outlook,
  lusha,
  googleContacts,
  linkedin,
  zoominfo,
  hunter,
  clay,
  spreadsheet,
] as const satisfies readonly Preset[];

/** Where a record comes from. */
export type LeadSource = (typeof presets)[number]['source'];

/** The sources to offer in a list, by label, the fallback last. */
export const leadSources: readonly { source: LeadSource; label: string }[] = [
  ...presets
    .filter((preset) => preset !== spreadsheet)
    .sort((one, other) => (one.label < other.label ? -1 : 1)),
  spreadsheet,
].map(({ source, label }) => ({ source, label }));
