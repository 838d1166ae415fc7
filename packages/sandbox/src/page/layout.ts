import { html } from 'hono/html';

import { faults as registry } from '../faults';
import { type Faults } from '../faults/faults';
import { type FaultPlan } from '../faults/plan';
import { type Workspace } from '../workspace';
import { type Markup, moment } from './view';

const sections = [
  { path: '/', name: 'Campaigns', below: ['/campaigns/', '/leads/', '/messages/'] },
  { path: '/replies', name: 'Replies', below: [] },
  { path: '/suppressions', name: 'Suppression list', below: [] },
  { path: '/webhooks', name: 'Webhooks', below: ['/deliveries/'] },
  { path: '/requests', name: 'Requests', below: [] },
];

/** A whole page: what is the same on all of them, around one view. */
export function layout(
  { clock, dialect }: Workspace,
  faults: Faults,
  path: string,
  { title, body }: { title: string; body: Markup },
): Markup {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title} · Leadterra sandbox</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/assets/page.css" />
        <script type="module" src="/assets/live.js"></script>
      </head>
      <body>
        <a class="skip" href="#main">Skip to the content</a>
        <header>
          <p class="brand">Leadterra sandbox</p>
          <nav aria-label="Sections">${sections.map((section) => sectionLink(section, path))}</nav>
        </header>
        <section class="controls" aria-label="Controls">
          <p id="state" data-live>
            Sandbox time <strong>${moment(clock.now())}</strong> · dialect ${dialect.name} ·
            ${describePlan(faults.plan)}
          </p>
          ${controls()}
          <p role="status" id="status"></p>
        </section>
        <main id="main" tabindex="-1" data-live>
          <h1>${title}</h1>
          ${body}
        </main>
      </body>
    </html>`;
}

function sectionLink({ path, name, below }: (typeof sections)[number], current: string): Markup {
  const isHere = path === current || below.some((start) => current.startsWith(start));
  return html`<a href="${path}" ${isHere ? html`aria-current="page"` : ''}>${name}</a> `;
}

function describePlan({ always = [], next = [], rate = 0, kinds = [] }: FaultPlan): string {
  const parts = [
    ...(always.length > 0 ? [`every request meets ${always.join(', ')}`] : []),
    ...(next.length > 0 ? [`the next requests meet ${next.join(', ')}`] : []),
    ...(rate > 0 ? [`${Math.round(rate * 100)} % of requests meet ${kinds.join(' or ')}`] : []),
  ];
  return parts.length === 0 ? 'behaves well' : parts.join('; ');
}

function controls(): Markup {
  return html`<form method="post" action="/actions/advance" data-done="Time has moved on.">
      <button name="hours" value="1">One hour on</button>
      <button name="hours" value="24">One day on</button>
      <button name="hours" value="168">One week on</button>
    </form>
    <details>
      <summary>Misbehave</summary>
      <form method="post" action="/actions/misbehave" data-done="The sandbox will misbehave.">
        <label
          >Fault
          <select name="fault">
            ${[...registry].map(([name, { summary }]) => html`<option value="${name}">${name}: ${summary}</option>`)}
          </select></label
        >
        <button name="meets" value="next">The next request</button>
        <button name="meets" value="always">Every request</button>
      </form>
      <form method="post" action="/actions/behave" data-done="The sandbox behaves well.">
        <button>Behave well again</button>
      </form>
    </details>
    <details>
      <summary>Reset</summary>
      <form method="post" action="/actions/reset" data-done="Everything is deleted.">
        <button class="danger">Delete everything and end all faults</button>
      </form>
    </details>`;
}
