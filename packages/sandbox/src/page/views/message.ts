import { html } from 'hono/html';

import { answerClassifications } from '../../sending/fate';
import { badge, figures, type Markup, moment, type View } from '../view';

export const messageView: View = {
  path: '/messages/:id',
  open: ({ messages, campaigns }) => {
    return ({ params: { id = '' } }) => {
      const message = messages.find(id);
      const campaign = message === null ? null : campaigns.find(message.campaignId);
      if (message === null || campaign === null) return null;
      const { email, leadId, stepIndex, bounce, opened, sentAt, subject, bodyHtml } = message;
      return {
        title: subject === '' ? '(no subject)' : subject,
        body: html`${figures({
            To: html`<a href="/leads/${leadId}">${email}</a>`,
            Campaign: html`<a href="/campaigns/${campaign.id}">${campaign.name}</a>, step ${stepIndex + 1}`,
            Sent: moment(sentAt),
            Outcome: badge(bounce === null ? (opened ? 'opened' : 'delivered') : `${bounce.type} bounce`),
            ...(bounce === null ? {} : { Reason: bounce.reason }),
          })}
          ${bounce === null ? whatComesBack(id) : ''}
          <h2>As the lead got it</h2>
          <iframe
            class="mail"
            title="The email: ${subject}"
            src="/messages/${id}/body"
            sandbox=""
            referrerpolicy="no-referrer"
          ></iframe>
          <details>
            <summary>Source</summary>
            <pre>${bodyHtml}</pre>
          </details>`,
      };
    };
  },
};

/** What somebody may make of the email that has arrived. */
function whatComesBack(id: string): Markup {
  return html`<div class="actions" role="group" aria-label="What comes back">
    <form method="post" action="/actions/messages/${id}/bounce" data-done="The address bounced.">
      <button name="type" value="hard">Bounce this address</button>
      <button name="type" value="soft">Bounce for now</button>
    </form>
    <form method="post" action="/actions/messages/${id}/answer" data-done="The lead has answered.">
      <label
        >Answer as
        <select name="classification">
          ${answerClassifications.map((name) => html`<option value="${name}">${name.replaceAll('_', ' ')}</option>`)}
        </select></label
      >
      <button>Answer</button>
    </form>
  </div>`;
}
