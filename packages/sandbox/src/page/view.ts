import { html } from 'hono/html';

import { timestamp } from '../domain';
import { type Faults } from '../faults/faults';
import { type Workspace } from '../workspace';

/** Markup, in which every value that was put in is escaped unless it is markup itself. */
export type Markup = ReturnType<typeof html>;

type ViewRequest = { params: Record<string, string>; query: Record<string, string> };

/** One page for people. */
export type View = {
  /** With parameters, as in `/campaigns/:id`. */
  path: `/${string}`;
  /** Makes what shows the page; null where there is no such thing. */
  open: (
    workspace: Workspace,
    faults: Faults,
  ) => (request: ViewRequest) => { title: string; body: Markup } | null;
};

/** A moment, in sandbox time, as people and machines read it. */
export function moment(at: unknown): Markup {
  if (typeof at !== 'number') return html`–`;
  const written = timestamp(at);
  return html`<time datetime="${written}">${written.replace('T', ' ').replace('Z', '')}</time>`;
}

/** A word for a state, coloured by whether it is good or bad news. The word says it all without the colour. */
export function badge(state: unknown): Markup {
  return html`<span class="badge" data-state="${state}">${String(state).replaceAll('_', ' ')}</span>`;
}

/** A table with a name, which scrolls by itself where it is too wide. */
export function table(name: string, head: string[], rows: Markup[], empty: string): Markup {
  if (rows.length === 0) return html`<p class="empty">${empty}</p>`;
  return html`<div class="table" role="region" aria-label="${name}" tabindex="0">
    <table>
      <caption>
        ${name}
      </caption>
      <thead>
        <tr>
          ${head.map((title) => html`<th scope="col">${title}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </div>`;
}

/** Figures beside each other. */
export function figures(values: Record<string, unknown>): Markup {
  return html`<dl class="figures">
    ${Object.entries(values).map(
      ([name, value]) =>
        html`<div>
          <dt>${name}</dt>
          <dd>${value}</dd>
        </div>`,
    )}
  </dl>`;
}

const rowsPerPage = 100;

/** Which rows a page of a long list shows, and the links to the others. */
export function pageOf(query: Record<string, string>, total: number) {
  const last = Math.max(1, Math.ceil(total / rowsPerPage));
  const page = Math.min(last, Math.max(1, Number(query['page']) || 1));
  const link = (to: number, rel: string, text: string) => {
    const href = `?${new URLSearchParams({ ...query, page: String(to) }).toString()}`;
    return to < 1 || to > last ? html`` : html`<a rel="${rel}" href="${href}">${text}</a>`;
  };
  return {
    limit: rowsPerPage,
    offset: (page - 1) * rowsPerPage,
    links:
      last === 1
        ? html``
        : html`<nav class="pages" aria-label="Pages">
            ${link(page - 1, 'prev', 'Previous page')} <span>Page ${page} of ${last}</span>
            ${link(page + 1, 'next', 'Next page')}
          </nav>`,
  };
}
