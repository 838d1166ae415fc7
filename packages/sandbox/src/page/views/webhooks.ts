import { html } from 'hono/html';

import { integer } from '../../database/rows';
import { badge, type Markup, moment, pageOf, table, type View } from '../view';

const webhooksQuery = 'SELECT * FROM webhooks ORDER BY created_at DESC, rowid DESC';
const deliveriesQuery = `SELECT d.*, w.url FROM deliveries d JOIN webhooks w ON w.id = d.webhook_id
  ORDER BY d.id DESC LIMIT ? OFFSET ?`;

export const webhooksView: View = {
  path: '/webhooks',
  open: ({ database }) => {
    const selectWebhooks = database.prepare(webhooksQuery);
    const countDeliveries = database.prepare('SELECT count(*) AS n FROM deliveries');
    const selectDeliveries = database.prepare(deliveriesQuery);
    return ({ query }) => {
      const { limit, offset, links } = pageOf(query, integer(countDeliveries.get() ?? {}, 'n'));
      return {
        title: 'Webhooks',
        body: html`${table(
          'Webhooks',
          ['URL', 'Events', 'State', 'Since'],
          selectWebhooks.all().map(webhookRow),
          'No webhook yet. The n8n trigger registers one when its workflow is switched on.',
        )}
        ${table(
          'Deliveries',
          ['Delivery', 'Event', 'To', 'State', 'Attempts', 'Next attempt'],
          selectDeliveries.all(limit, offset).map(deliveryRow),
          'Nothing was delivered yet.',
        )}
        ${links}`,
      };
    };
  },
};

function webhookRow(row: Record<string, unknown>): Markup {
  return html`<tr>
    <th scope="row"><code>${withoutQuery(row['url'])}</code></th>
    <td>${String(row['events']).replaceAll(' ', ', ')}</td>
    <td>${badge(row['deleted_at'] === null ? 'active' : 'deleted')}</td>
    <td>${moment(row['created_at'])}</td>
  </tr>`;
}

function deliveryRow(row: Record<string, unknown>): Markup {
  return html`<tr>
    <th scope="row"><a href="/deliveries/${row['id']}">Delivery ${row['id']}</a></th>
    <td>${row['event']}</td>
    <td><code>${withoutQuery(row['url'])}</code></td>
    <td>${badge(row['state'])}</td>
    <td class="number">${row['attempts']}</td>
    <td>${moment(row['next_attempt_at'])}</td>
  </tr>`;
}

/** A query may hold what only the receiver is to know, and pages are shown to others. */
export function withoutQuery(url: unknown): string {
  return String(url).replace(/[?].*$/, '?…');
}
