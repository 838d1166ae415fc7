import { html } from 'hono/html';

import { badge, moment, table, type View } from '../view';

const query = `SELECT c.*,
    (SELECT count(*) FROM enrollments WHERE campaign_id = c.id) AS enrolled,
    (SELECT count(*) FROM messages WHERE campaign_id = c.id) AS sent,
    (SELECT count(*) FROM messages WHERE campaign_id = c.id AND bounce_type IS NOT NULL) AS bounced,
    (SELECT count(*) FROM enrollments WHERE campaign_id = c.id AND state = 'replied') AS replied
  FROM campaigns c WHERE deleted_at IS NULL ORDER BY created_at DESC, rowid DESC`;

export const campaignsView: View = {
  path: '/',
  open: ({ database }) => {
    const select = database.prepare(query);
    return () => ({
      title: 'Campaigns',
      body: table(
        'Campaigns',
        ['Name', 'State', 'Enrolled', 'Sent', 'Bounced', 'Replied', 'Created'],
        select.all().map(
          (row) =>
            html`<tr>
              <th scope="row"><a href="/campaigns/${row['id']}">${row['name']}</a></th>
              <td>${badge(row['status'])}</td>
              <td class="number">${row['enrolled']}</td>
              <td class="number">${row['sent']}</td>
              <td class="number">${row['bounced']}</td>
              <td class="number">${row['replied']}</td>
              <td>${moment(row['created_at'])}</td>
            </tr>`,
        ),
        'No campaign yet. What n8n, Zapier or a script creates here shows up by itself.',
      ),
    });
  },
};
