import { Type } from '@sinclair/typebox';

import { type Route } from './route';

const defaultLimit = 100;

const queryShape = Type.Object(
  {
    limit: Type.Optional(Type.String({ pattern: '^\\d{1,6}$' })),
    offset: Type.Optional(Type.String({ pattern: '^\\d{1,9}$' })),
  },
  { additionalProperties: false },
);

/** A page of rows, as the database holds them. */
function list(name: string, summary: string, query: string): Route {
  return (app, { database }) => {
    const select = database.prepare(`${query} LIMIT ? OFFSET ?`);
    app.get(
      `/${name}`,
      {
        schema: {
          operationId: `sandboxList_${name}`,
          tags: ['sandbox'],
          security: [],
          summary,
          querystring: queryShape,
          response: { 200: Type.Object({ [name]: Type.Array(Type.Record(Type.String(), Type.Any())) }) },
        },
      },
      ({ query: { limit, offset } }) => ({
        [name]: select.all(Number(limit ?? defaultLimit), Number(offset ?? 0)),
      }),
    );
  };
}

export const listLeads = list('leads', 'Leads of the workspace', 'SELECT * FROM leads ORDER BY id');

export const listEnrollments = list(
  'enrollments',
  'Who is enrolled where, and how far they are',
  `SELECT e.*, l.email FROM enrollments e JOIN leads l ON l.id = e.lead_id ORDER BY e.campaign_id, e.lead_id`,
);

export const listMessages = list(
  'messages',
  'Sent messages, as they were rendered',
  `SELECT m.*, l.email FROM messages m JOIN leads l ON l.id = m.lead_id ORDER BY m.rowid`,
);

export const listDeliveries = list(
  'deliveries',
  'Webhook deliveries',
  'SELECT * FROM deliveries ORDER BY id',
);

export const listRequests = list(
  'requests',
  'Requests, without their keys',
  'SELECT * FROM requests ORDER BY rowid',
);
