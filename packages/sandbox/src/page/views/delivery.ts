import { html } from 'hono/html';

import { badge, figures, moment, table, type View } from '../view';
import { withoutQuery } from './webhooks';

export const deliveryView: View = {
  path: '/deliveries/:id',
  open: ({ database }) => {
    const select = database.prepare(
      'SELECT d.*, w.url FROM deliveries d JOIN webhooks w ON w.id = d.webhook_id WHERE d.id = ?',
    );
    const selectAttempts = database.prepare(
      'SELECT * FROM delivery_attempts WHERE delivery_id = ? ORDER BY attempt',
    );
    return ({ params: { id } }) => {
      const row = select.get(Number(id));
      if (row === undefined) return null;
      const attempts = selectAttempts.all(Number(id)).map(
        (attempt) =>
          html`<tr>
            <td>${attempt['attempt']}</td>
            <td>${moment(attempt['at'])}</td>
            <td>${attempt['status'] ?? attempt['error']}</td>
          </tr>`,
      );
      return {
        title: `Delivery ${String(row['id'])}`,
        body: html`${figures({
            Event: row['event'],
            To: withoutQuery(row['url']),
            State: badge(row['state']),
            'Next attempt': moment(row['next_attempt_at']),
          })}
          ${table('Attempts', ['Attempt', 'At', 'Answer'], attempts, 'Not tried yet.')}
          <h2>Body</h2>
          <pre>${JSON.stringify(JSON.parse(String(row['body'])), undefined, 2)}</pre>`,
      };
    };
  },
};
