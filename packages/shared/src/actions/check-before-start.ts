import { type CallOptions } from '../api/caller';
import { type LeadterraClient } from '../api/client';
import { defineAction } from './action';
import { campaign, campaignId, campaignStatus } from './campaign';
import { choice, longText, number, optional } from './field';
import { addressFindings } from './findings/addresses';
import { copyFindings, readEmails } from './findings/copy';
import { type Finding, sentencesOf } from './findings/finding';
import { readLeads } from './findings/leads';
import { outcomeFindings } from './findings/outcomes';
import { senderFindings } from './findings/senders';

const leads = longText({
  label: 'Leads',
  placeholder: 'ava@example.com, ben@example.com',
  help: 'What Enroll put out for the leads of the campaign, or just their addresses. Left empty, nobody is looked at.',
});
const copy = longText({
  label: 'Copy',
  placeholder: 'Hi [[firstName]], …',
  help: 'The sequence steps that Create Campaign put out, or the text of the emails. Left empty, the copy is not looked at.',
});
const count = (label: string, help: string) => optional(number({ label, min: 0, isWhole: true, help }));

/** Leadterra tells neither a campaign's copy nor its leads, so both are given by the steps before. */
export const checkBeforeStart = defineAction({
  key: 'check_campaign_before_start',
  resource: 'campaign',
  operation: 'checkBeforeStart',
  label: 'Check Campaign Before Start',
  description:
    'Checks the senders, the capacity, the copy and the leads of a campaign, and starts it if that is wanted and nothing serious was found.',
  kind: 'write',
  isIdempotent: true,
  canBeUndone: ({ whenFine }) => whenFine === 'report',
  fields: {
    campaign,
    whenFine: choice({
      label: 'If Nothing Serious Is Found',
      default: 'report',
      choices: [
        { value: 'report', label: 'Report Only' },
        { value: 'start', label: 'Start the Campaign' },
      ],
    }),
    copy: { ...copy, isOptional: true, read: readEmails },
    leads: { ...leads, isOptional: true, read: readLeads },
    leftOut: count('Left-Out Leads', 'How many leads Leadterra left out, if Leads does not tell.'),
    unconfirmed: count('Unconfirmed Leads', 'How many leads are unconfirmed, if Leads does not tell.'),
  },
  output: {
    campaignId,
    ready: { label: 'Is Ready', type: 'yesNo', sample: true },
    started: { label: 'Was Started', type: 'yesNo', sample: false },
    status: { ...campaignStatus, sample: 'draft' },
    serious: { label: 'Serious Findings', type: 'texts', sample: [] },
    warnings: {
      label: 'Warnings',
      type: 'texts',
      sample: [
        '1 of 3 sender accounts is not sending: cleo@example.com is warming. Wait, or go on with the others.',
      ],
    },
    notes: {
      label: 'Notes',
      type: 'texts',
      sample: ['The copy was not looked at. Give it under Copy to have it checked.'],
    },
  },
  runs: 'once per distinct input',
  run: async (client, { campaign: id, whenFine, copy, leads, leftOut, unconfirmed }, options) => {
    const stats = await client.getCampaignStats(id, options);
    const findings: Finding[] = [
      ...leadCountFindings(stats.totalEnrolled),
      ...(await senderFindings(client, stats.totalEnrolled, options)),
      ...copyFindings(copy),
      ...outcomeFindings(leads, { leftOut, unconfirmed }),
      ...addressFindings(leads),
    ];
    const ready = findings.every(({ severity }) => severity !== 'serious');
    const { status = stats.status } = ready && whenFine === 'start' ? await start(client, id, options) : {};
    return {
      campaignId: id,
      ready,
      started: ready && whenFine === 'start' && status === 'running',
      status,
      serious: sentencesOf(findings, 'serious'),
      warnings: sentencesOf(findings, 'warning'),
      notes: sentencesOf(findings, 'note'),
    };
  },
});

async function start(client: LeadterraClient, id: string, options: CallOptions | undefined) {
  return await client.startCampaign(id, options);
}

function leadCountFindings(leads: number | undefined): Finding[] {
  if (leads === 0)
    return [
      { severity: 'serious', what: 'The campaign has no leads.', advice: 'Enroll some before you start it.' },
    ];
  if (leads !== undefined) return [];
  return [
    {
      severity: 'note',
      what: 'Leadterra does not tell how many leads the campaign has.',
      advice: 'Look there.',
    },
  ];
}
