import { type Static, Type } from '@sinclair/typebox';

import { integer } from '../database/rows';
import { answer } from '../dialects/answer';
import { type CampaignStatus } from '../domain';
import { campaignStatus, count } from '../shapes';
import { findCampaign, idParams } from './campaign';
import { defineEndpoint } from './define-endpoint';

type CampaignStats = {
  campaignId: string;
  status: CampaignStatus;
  /** Whether the answer tells the status also where the pages do not. */
  tellsStatus: boolean;
  enrolled: number;
  sent: number;
  hardBounced: number;
  softBounced: number;
  replied: number;
  queued: number;
  opened: number;
};

const counts = `SELECT
  (SELECT count(*) FROM enrollments WHERE campaign_id = $id) AS enrolled,
  (SELECT count(*) FROM enrollments WHERE campaign_id = $id AND state = 'queued' AND next_send_at IS NOT NULL) AS queued,
  (SELECT count(*) FROM enrollments WHERE campaign_id = $id AND state = 'replied') AS replied,
  (SELECT count(*) FROM messages WHERE campaign_id = $id) AS sent,
  (SELECT count(*) FROM messages WHERE campaign_id = $id AND bounce_type = 'hard') AS hard,
  (SELECT count(*) FROM messages WHERE campaign_id = $id AND bounce_type = 'soft') AS soft,
  (SELECT count(DISTINCT lead_id) FROM messages WHERE campaign_id = $id AND opened = 1) AS opened`;

const share = Type.Number({ minimum: 0, maximum: 1 });
const statsShape = Type.Object({
  campaignId: Type.String(),
  /** The guide speaks of it, the other pages do not. */
  status: Type.Optional(campaignStatus),
  totalEnrolled: count,
  sent: count,
  delivered: count,
  bounced: count,
  replied: count,
  queued: count,
  openRate: share,
  replyRate: share,
});

/** `bounced` is left to the dialects: they count different bounces. */
function statsBody(stats: CampaignStats, bounced: number): Static<typeof statsShape> {
  const delivered = stats.sent - stats.hardBounced - stats.softBounced;
  return {
    campaignId: stats.campaignId,
    ...(stats.tellsStatus ? { status: stats.status } : {}),
    totalEnrolled: stats.enrolled,
    sent: stats.sent,
    delivered,
    bounced,
    replied: stats.replied,
    queued: stats.queued,
    openRate: delivered === 0 ? 0 : Math.min(1, stats.opened / delivered),
    replyRate: delivered === 0 ? 0 : Math.min(1, stats.replied / delivered),
  };
}

export const getCampaignStats = defineEndpoint({
  method: 'GET',
  path: '/campaigns/:id/stats',
  operationId: 'getCampaignStats',
  tag: 'campaigns',
  summary: 'What a campaign has sent and what came back',
  input: { params: idParams },
  holds: 'stats',
  answers: {
    // The page's JSON is not visible; bare like its neighbours. Its `bounced` counts hard and soft ones.
    reference: answer(statsShape, (stats: CampaignStats) =>
      statsBody(stats, stats.hardBounced + stats.softBounced),
    ),
    // Not visible. The guide reads the draft status from here, so there is one.
    guide: answer(statsShape, (stats: CampaignStats) =>
      statsBody({ ...stats, tellsStatus: true }, stats.hardBounced + stats.softBounced),
    ),
    // Here `bounced` counts permanent rejections only.
    concept: answer(statsShape, (stats: CampaignStats) => statsBody(stats, stats.hardBounced)),
  },
  open: (workspace) => {
    const select = workspace.database.prepare(counts);
    const tellsStatus = workspace.options.campaignStatusInStats ?? false;
    return ({ params }) => {
      const { id, status } = findCampaign(workspace, params.id);
      const row = select.get({ $id: id }) ?? {};
      return {
        campaignId: id,
        status,
        tellsStatus,
        enrolled: integer(row, 'enrolled'),
        sent: integer(row, 'sent'),
        hardBounced: integer(row, 'hard'),
        softBounced: integer(row, 'soft'),
        replied: integer(row, 'replied'),
        queued: integer(row, 'queued'),
        opened: integer(row, 'opened'),
      };
    };
  },
});
