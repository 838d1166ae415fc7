// Keeps the page up to date, and lets its buttons work without leaving it. Without this script, links and buttons work
// all the same.
import { Idiomorph } from './idiomorph.js';

/** Takes over what a new version of this page shows, and leaves alone what is open or being written in. */
function show(text) {
  const next = new DOMParser().parseFromString(text, 'text/html');
  document.title = next.title;
  for (const part of document.querySelectorAll('[data-live]')) {
    const replacement = next.getElementById(part.id);
    if (replacement !== null) {
      Idiomorph.morph(part, replacement, {
        ignoreActiveValue: true,
        callbacks: {
          beforeAttributeUpdated: (name, node) => !(name === 'open' && node instanceof HTMLDetailsElement),
        },
      });
    }
  }
}

let isRefreshing = false;
let isStale = false;

async function refresh() {
  isStale = true;
  if (isRefreshing) return;
  isRefreshing = true;
  while (isStale) {
    isStale = false;
    const answer = await fetch(location.href).catch(() => undefined);
    if (answer !== undefined) show(await answer.text());
  }
  isRefreshing = false;
}

const events = new EventSource('/events');
events.onmessage = refresh;
// After a pause, such as a restart of the sandbox, the page may have missed something.
events.onopen = refresh;

document.addEventListener('submit', async (event) => {
  const form = event.target;
  event.preventDefault();
  const body = new URLSearchParams(new FormData(form, event.submitter));
  const status = document.getElementById('status');
  try {
    const answer = await fetch(form.action, { method: 'POST', body });
    const text = await answer.text();
    const isPage = answer.headers.get('content-type')?.startsWith('text/html') ?? false;
    status.textContent = answer.ok ? form.dataset.done : `That did not work: ${text}`;
    if (!isPage) return;
    history.replaceState(null, '', answer.url);
    show(text);
  } catch {
    status.textContent = 'The sandbox does not answer.';
  }
});
