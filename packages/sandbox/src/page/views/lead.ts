import { html } from 'hono/html';

import { leadFromRow } from '../../database/leads';
import { badge, figures, moment, table, type View } from '../view';

const enrollmentsQuery = `SELECT e.*, c.name FROM enrollments e JOIN campaigns c ON c.id = e.campaign_id
  WHERE e.lead_id = ? AND c.deleted_at IS NULL ORDER BY c.created_at`;

const messagesQuery = `SELECT m.*, c.name FROM messages m JOIN campaigns c ON c.id = m.campaign_id
  WHERE m.lead_id = ? ORDER BY m.sent_at, m.step_index`;

export const leadView: View = {
  path: '/leads/:id',
  open: ({ database, suppressions }) => {
    const selectLead = database.prepare('SELECT * FROM leads WHERE id = ?');
    const selectEnrollments = database.prepare(enrollmentsQuery);
    const selectMessages = database.prepare(messagesQuery);
    return ({ params: { id = '' } }) => {
      const row = selectLead.get(Number(id));
      if (row === undefined) return null;
      const { email, customFields, ...standard } = leadFromRow(row);
      const enrollments = selectEnrollments.all(Number(id)).map(
        (one) =>
          html`<tr>
            <th scope="row"><a href="/campaigns/${one['campaign_id']}">${one['name']}</a></th>
            <td>${badge(one['state'])}</td>
            <td>${moment(one['next_send_at'])}</td>
          </tr>`,
      );
      const messages = selectMessages.all(Number(id)).map(
        (one) =>
          html`<tr>
            <th scope="row"><a href="/messages/${one['id']}">${one['subject']}</a></th>
            <td>${one['name']}, step ${Number(one['step_index']) + 1}</td>
            <td>${moment(one['sent_at'])}</td>
            <td>
              ${badge(one['bounce_type'] === null ? (one['opened'] === 1 ? 'opened' : 'delivered') : `${String(one['bounce_type'])} bounce`)}
            </td>
          </tr>`,
      );
      return {
        title: email,
        body: html`${
          suppressions.has(email)
            ? html`<p>${badge('suppressed')} No campaign writes to this address any more.</p>`
            : ''
        }
        ${figures({ ...standard, ...customFields })}
        ${table('Campaigns', ['Campaign', 'State', 'Next email'], enrollments, 'Enrolled nowhere.')}
        ${table('Emails', ['Subject', 'Campaign', 'Sent', 'Outcome'], messages, 'Nothing was sent yet.')}`,
      };
    };
  },
};
