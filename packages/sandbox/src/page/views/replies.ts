import { html } from 'hono/html';

import { badge, moment, pageOf, table, type View } from '../view';

const query = `SELECT r.*, l.email, c.name FROM replies r JOIN leads l ON l.id = r.lead_id
  JOIN campaigns c ON c.id = r.campaign_id ORDER BY r.received_at DESC, r.rowid DESC LIMIT ? OFFSET ?`;

export const repliesView: View = {
  path: '/replies',
  open: ({ database, replies }) => {
    const select = database.prepare(query);
    return ({ query }) => {
      const { limit, offset, links } = pageOf(query, replies.count(null));
      const rows = select.all(limit, offset).map(
        (row) =>
          html`<tr>
            <th scope="row"><a href="/leads/${row['lead_id']}">${row['email']}</a></th>
            <td>${badge(row['classification'])}</td>
            <td>${row['thread_snippet']}</td>
            <td>${row['name']}</td>
            <td>${moment(row['received_at'])}</td>
          </tr>`,
      );
      return {
        title: 'Replies',
        body: html`${table('Replies', ['From', 'Means', 'Text', 'Campaign', 'Received'], rows, 'Nobody has answered yet.')}
        ${links}`,
      };
    };
  },
};
