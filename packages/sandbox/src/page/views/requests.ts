import { html } from 'hono/html';

import { integer } from '../../database/rows';
import { badge, moment, pageOf, table, type View } from '../view';

export const requestsView: View = {
  path: '/requests',
  open: ({ database }) => {
    const count = database.prepare('SELECT count(*) AS n FROM requests');
    const select = database.prepare('SELECT * FROM requests ORDER BY rowid DESC LIMIT ? OFFSET ?');
    return ({ query }) => {
      const { limit, offset, links } = pageOf(query, integer(count.get() ?? {}, 'n'));
      const rows = select.all(limit, offset).map(
        (row) =>
          html`<tr>
            <td>${moment(row['at'])}</td>
            <td>${row['method']}</td>
            <th scope="row"><code>${row['path']}</code></th>
            <td>${badge(row['status'] ?? 'cut off')}</td>
            <td>${row['fault']}</td>
            <td><code>${row['id']}</code></td>
          </tr>`,
      );
      return {
        title: 'Requests',
        body: html`${table('Requests', ['At', 'Method', 'Path', 'Answer', 'Fault', 'ID'], rows, 'No request yet.')}
        ${links}`,
      };
    };
  },
};
