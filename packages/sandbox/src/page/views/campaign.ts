import { html } from 'hono/html';

import { integer } from '../../database/rows';
import { type Campaign } from '../../domain';
import { badge, figures, type Markup, moment, pageOf, table, type View } from '../view';

const statesQuery = `SELECT state, count(*) AS n FROM enrollments WHERE campaign_id = ? GROUP BY state ORDER BY n DESC`;

const figuresQuery = `SELECT
  (SELECT count(*) FROM enrollments WHERE campaign_id = $id) AS "Enrolled",
  (SELECT count(*) FROM messages WHERE campaign_id = $id) AS "Emails sent",
  (SELECT count(*) FROM messages WHERE campaign_id = $id AND bounce_type = 'hard') AS "Hard bounces",
  (SELECT count(*) FROM messages WHERE campaign_id = $id AND bounce_type = 'soft') AS "Soft bounces",
  (SELECT count(*) FROM messages WHERE campaign_id = $id AND opened = 1) AS "Opened",
  (SELECT count(*) FROM enrollments WHERE campaign_id = $id AND state = 'replied') AS "Replied"`;

const leadsQuery = `SELECT e.*, l.email, l.first_name, l.last_name, l.company
  FROM enrollments e JOIN leads l ON l.id = e.lead_id
  WHERE e.campaign_id = $id AND ($state IS NULL OR e.state = $state)
  ORDER BY e.lead_id LIMIT $limit OFFSET $offset`;

export const campaignView: View = {
  path: '/campaigns/:id',
  open: ({ database, campaigns }) => {
    const selectStates = database.prepare(statesQuery);
    const selectFigures = database.prepare(figuresQuery);
    const selectLeads = database.prepare(leadsQuery);
    return ({ params: { id = '' }, query }) => {
      const campaign = campaigns.find(id);
      if (campaign === null) return null;
      const states = selectStates
        .all(id)
        .map((row) => ({ state: String(row['state']), n: integer(row, 'n') }));
      const state = query['state'] ?? null;
      const shown = states.filter((one) => state === null || one.state === state);
      const page = pageOf(
        query,
        shown.reduce((sum, { n }) => sum + n, 0),
      );
      const { limit, offset, links } = page;
      const leads = selectLeads.all({ $id: id, $state: state, $limit: limit, $offset: offset });
      return {
        title: campaign.name,
        body: html`<p>
            ${badge(campaign.status)} created ${moment(campaign.createdAt)}, started
            ${moment(campaign.startedAt)}
          </p>
          ${figures({ ...selectFigures.get({ $id: id }) })} ${steps(campaign)}
          ${stateFilter(campaign.id, states, state)}
          ${table('Leads', ['Address', 'Name', 'Company', 'State', 'Position'], leads.map(leadRow(campaign)), 'No leads.')}
          ${links}`,
      };
    };
  },
};

function steps(campaign: Campaign): Markup {
  const rows = campaign.steps.map(
    ({ stepIndex, subject, delayDays, bodyHtml }) =>
      html`<tr>
        <td>${stepIndex + 1}</td>
        <th scope="row">${subject}</th>
        <td>${stepIndex === 0 ? 'at once' : `after ${delayDays ?? 1} days`}</td>
        <td>
          <details>
            <summary>Body</summary>
            <pre>${bodyHtml}</pre>
          </details>
        </td>
      </tr>`,
  );
  return table('Steps', ['Step', 'Subject', 'When', 'Text'], rows, 'No steps.');
}

function stateFilter(id: string, states: { state: string; n: number }[], current: string | null): Markup {
  if (states.length < 2) return html``;
  const link = (state: string | null, text: string) =>
    html`<a
      href="/campaigns/${id}${state === null ? '' : `?state=${state}`}"
      ${state === current ? html`aria-current="true"` : ''}
      >${text}</a
    > `;
  return html`<nav class="filter" aria-label="Leads by state">
    ${link(null, 'all')}${states.map(({ state, n }) => link(state, `${state} (${n})`))}
  </nav>`;
}

function leadRow({ steps, status }: Campaign) {
  return (row: Record<string, unknown>): Markup => {
    const waits = row['state'] === 'queued';
    const due =
      status === 'running' ? html`due ${moment(row['next_send_at'])}` : html`waits for the campaign`;
    return html`<tr>
      <th scope="row"><a href="/leads/${row['lead_id']}">${row['email']}</a></th>
      <td>${row['first_name']} ${row['last_name']}</td>
      <td>${row['company']}</td>
      <td>${badge(row['state'])}</td>
      <td>
        ${
          waits
            ? html`step ${Number(row['next_step']) + 1} of ${steps.length}, ${due}`
            : html`after step ${row['next_step']} of ${steps.length}`
        }
      </td>
    </tr>`;
  };
}
