import { html } from 'hono/html';

import { integer } from '../../database/rows';
import { badge, moment, pageOf, table, type View } from '../view';

export const suppressionsView: View = {
  path: '/suppressions',
  open: ({ database }) => {
    const count = database.prepare('SELECT count(*) AS n FROM suppressions');
    const select = database.prepare(
      'SELECT * FROM suppressions ORDER BY created_at DESC, email LIMIT ? OFFSET ?',
    );
    return ({ query }) => {
      const { limit, offset, links } = pageOf(query, integer(count.get() ?? {}, 'n'));
      const rows = select.all(limit, offset).map(
        (row) =>
          html`<tr>
            <th scope="row">${row['email']}</th>
            <td>${badge(row['reason'] === 'api' ? 'asked for' : 'hard bounce')}</td>
            <td>${moment(row['created_at'])}</td>
          </tr>`,
      );
      return {
        title: 'Suppression list',
        body: html`${table('Suppression list', ['Address', 'Why', 'Since'], rows, 'Nobody is suppressed.')}
        ${links}`,
      };
    };
  },
};
