import { Type } from '@sinclair/typebox';

import { integer } from '../database/rows';
import { type Route } from './route';

const counts = {
  campaigns: 'SELECT count(*) FROM campaigns WHERE deleted_at IS NULL',
  leads: 'SELECT count(*) FROM leads',
  enrollments: 'SELECT count(*) FROM enrollments',
  messages: 'SELECT count(*) FROM messages',
  bounces: 'SELECT count(*) FROM messages WHERE bounce_type IS NOT NULL',
  replies: 'SELECT count(*) FROM replies',
  suppressed: 'SELECT count(*) FROM suppressions',
  webhooks: 'SELECT count(*) FROM webhooks WHERE deleted_at IS NULL',
  deliveries: 'SELECT count(*) FROM deliveries',
  delivered: `SELECT count(*) FROM deliveries WHERE state = 'delivered'`,
  requests: 'SELECT count(*) FROM requests',
};

export const state: Route = (app, { database, clock, dialect }, faults) => {
  const columns = Object.entries(counts).map(([name, query]) => `(${query}) AS ${name}`);
  const select = database.prepare(`SELECT ${columns.join(', ')}`);
  app.get(
    '/state',
    {
      schema: {
        operationId: 'sandboxState',
        tags: ['sandbox'],
        security: [],
        summary: 'Time, dialect, faults and how many rows there are of everything',
        response: {
          200: Type.Object({
            now: Type.String({ format: 'date-time' }),
            dialect: Type.String(),
            faults: Type.Any(),
            counts: Type.Record(Type.String(), Type.Integer()),
          }),
        },
      },
    },
    () => {
      const row = select.get() ?? {};
      return {
        now: new Date(clock.now()).toISOString(),
        dialect: dialect.name,
        faults: faults.plan,
        counts: Object.fromEntries(Object.keys(counts).map((name) => [name, integer(row, name)])),
      };
    },
  );
};
