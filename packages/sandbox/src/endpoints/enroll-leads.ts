import { Type } from '@sinclair/typebox';

import { answer } from '../dialects/answer';
import {
  enroll,
  type EnrollmentResult,
  type GivenLead,
  refuseBadRequest,
  refusedLeads,
  toLead,
} from '../enrollment';
import { ApiError } from '../http/api-error';
import { problemsOf } from '../http/problems';
import { count } from '../shapes';
import { findCampaign, idParams } from './campaign';
import { defineEndpoint } from './define-endpoint';

export const enrollLeads = defineEndpoint({
  method: 'POST',
  path: '/campaigns/:id/leads/bulk',
  operationId: 'enrollLeads',
  tag: 'leads',
  summary: 'Create or update leads and enroll them in a campaign',
  input: {
    params: idParams,
    body: Type.Object(
      // The dialect says what a lead looks like.
      { leads: Type.Array(Type.Unsafe<GivenLead>({ $ref: 'Lead#' }), { minItems: 1 }) },
      { additionalProperties: false },
    ),
  },
  // A bad lead is not a bad request.
  sortsOutProblems: true,
  // The envelope of the suppression guide: the enrollment guide shows none.
  holds: 'result',
  answers: {
    // A lead is known when the workspace knows it. Suppressed leads have no place in these counts.
    reference: answer(
      Type.Object({ enrolled: count, updated: count, total: count }),
      ({ newToWorkspace, knownToWorkspace }: EnrollmentResult) => ({
        enrolled: newToWorkspace,
        updated: knownToWorkspace,
        total: newToWorkspace + knownToWorkspace,
      }),
    ),
    // The prose names the three counts.
    guide: answer(
      Type.Object({ enrolled: count, updated: count, skipped: count }),
      ({ newToCampaign, knownToCampaign, suppressed }: EnrollmentResult) => ({
        enrolled: newToCampaign,
        updated: knownToCampaign,
        skipped: suppressed,
      }),
    ),
    // Here `enrolled` is new and updated together, and the shape of an error is a guess.
    concept: answer(
      Type.Object({ created: count, updated: count, enrolled: count, errors: Type.Array(Type.Any()) }),
      ({ newToCampaign, knownToCampaign, refused }: EnrollmentResult) => ({
        created: newToCampaign,
        updated: knownToCampaign,
        enrolled: newToCampaign + knownToCampaign,
        errors: refused,
      }),
    ),
  },
  open:
    (workspace) =>
    ({ params, body, validationError }) => {
      const campaign = findCampaign(workspace, params.id);
      const problems = problemsOf(validationError);
      refuseBadRequest(problems);
      const { leads } = body;
      const refused = refusedLeads(leads, problems, workspace.options.reject);
      if (refused.length > 0 && workspace.dialect.badLeadSinks === 'whole_batch') {
        const message = `${refused.length} of ${leads.length} leads are not valid; none was enrolled.`;
        throw new ApiError(422, 'validation_failed', message, { errors: refused });
      }
      const bad = new Set(refused.map(({ index }) => index));
      const good = leads.filter((_lead, index) => !bad.has(index)).map(toLead);
      const result = enroll(workspace, campaign, good);
      if (campaign.status === 'running') workspace.sends.nudge();
      return { ...result, refused };
    },
});
