import { type Defect } from './defect.ts';

const seenEvents = 'packages/n8n-nodes-leadterra/nodes/LeadterraTrigger/seen-events.ts';

/** A delivery is believed that must not be, or an event starts the workflow twice or never. */
export const webhooks: Defect[] = [
  {
    name: 'the beginning of a signature is enough',
    file: 'packages/shared/src/webhooks/signature.ts',
    find: 'given.length === expected.length && timingSafeEqual(given, expected)',
    replace: 'given.length > 0 && expected.subarray(0, given.length).equals(given)',
    foundBy: 'webhooks',
  },
  {
    name: 'an empty secret is one',
    file: 'packages/shared/src/webhooks/signature.ts',
    find: "if (secret === '') continue;",
    replace: '',
    foundBy: 'webhooks',
  },
  {
    name: 'a delivery does not wait for another one of the same event',
    file: seenEvents,
    find: 'for (let other = this.#starting.get(key); other; other = this.#starting.get(key)) await other;',
    replace: '',
    foundBy: 'trigger',
  },
  {
    name: 'an event counts as seen although the workflow did not start',
    file: seenEvents,
    find: 'if (started) this.#add(key, now);',
    replace: 'if (started || now > 0) this.#add(key, now);',
    foundBy: 'trigger',
  },
  {
    name: 'the event that starts the workflow is not stored',
    file: seenEvents,
    find: 'bucketAt(copy, now).hashes += key;',
    replace: '',
    foundBy: 'trigger',
  },
];
