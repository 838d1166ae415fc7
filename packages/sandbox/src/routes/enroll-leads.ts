import { Type } from '@sinclair/typebox';

import { enroll, refuseBadRequest, refusedLeads, toLead } from '../enrollment';
import { ApiError } from '../http/api-error';
import { type Route } from '../http/app';
import { problemsOf } from '../http/problems';
import { findCampaign, IdParams, responses } from './shared';

export const enrollLeads: Route = (app, workspace) => {
  const { dialect, options, sends } = workspace;
  app.post(
    '/campaigns/:id/leads/bulk',
    {
      // A bad lead is not a bad request: the handler sorts them out.
      attachValidation: true,
      schema: {
        operationId: 'enrollLeads',
        tags: ['leads'],
        summary: 'Create or update leads and enroll them in a campaign',
        params: IdParams,
        body: Type.Object(
          { leads: Type.Array(Type.Unsafe<Record<string, unknown>>(dialect.lead), { minItems: 1 }) },
          { additionalProperties: false },
        ),
        response: responses(dialect, dialect.enrollLeads),
      },
    },
    ({ params, body, validationError }, reply) => {
      const campaign = findCampaign(workspace, params.id);
      const problems = problemsOf(validationError);
      refuseBadRequest(problems);
      const { leads } = body;
      const refused = refusedLeads(leads, problems, options.reject);
      if (refused.length > 0 && dialect.badLeadSinks === 'whole_batch') {
        const message = `${refused.length} of ${leads.length} leads are not valid; none was enrolled.`;
        throw new ApiError(422, 'validation_failed', message, { errors: refused });
      }
      const bad = new Set(refused.map(({ index }) => index));
      const good = leads.filter((_lead, index) => !bad.has(index)).map(toLead);
      const result = enroll(workspace, campaign, good);
      if (campaign.status === 'running') sends.nudge();
      return reply.send(dialect.enrollLeads.body({ ...result, refused }));
    },
  );
};
