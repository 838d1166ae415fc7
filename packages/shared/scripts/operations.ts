// Writes docs/operations.md and the tables of operations in both hosts' READMEs. After the build, from the root of the
// project: node packages/shared/scripts/operations.ts
import { readFileSync, writeFileSync } from 'node:fs';

import { type Action, actions, createCampaign, type Field, titleOf } from '@leadterra/shared';

import { table } from './markdown.ts';

const script = 'packages/shared/scripts/operations.ts';

/** What has a screen of its own on n8n and is no action. */
const n8nScreens = [
  createCampaign,
  {
    resource: 'lead',
    operation: 'enroll',
    description: 'Enrolls all items at once, in as few requests as possible, with one result for each.',
  },
  {
    resource: 'lead',
    operation: 'preview',
    description:
      'Shows what Enroll would do with each item, and each email as its lead would get it; sends nothing.',
  },
];

/** And on Zapier. */
const zapierScreens = [
  { label: 'Enroll Lead', description: 'Enrolls one person, from single fields.' },
  {
    label: 'Enroll Lead From Record',
    description: 'Enrolls the person that a CRM record holds as JSON, for Code, Webhooks and AI steps.',
  },
  {
    label: 'Enroll Leads',
    description: 'Enrolls line items, or lists joined with commas, in as few requests as possible.',
  },
  createCampaign,
  {
    kind: 'read',
    label: 'Preview Lead',
    description:
      'Finds what enrolling a person would do, and the email as the lead would get it; nothing is sent.',
  },
];

const introduction = `# Operations

<!-- Written by ${script} from packages/shared/src/actions; change that instead. -->

Every operation that is a plain call with a few fields, the same on both hosts. Enrolling and previewing leads and
creating a campaign have screens of their own: see the pages of the [n8n node](../packages/n8n-nodes-leadterra) and of the
[Zapier app](../packages/zapier-leadterra).

A result always has every key; what Leadterra does not tell is \`null\`. On Zapier, the first ID of a result is called
\`id\`, and lists are texts with commas.`;

const sharing: Record<Action['runs'], string> = {
  each: 'Every item has a call of its own.',
  'once per distinct input': 'Items with the same input share one call.',
  'all at once': 'All items go together, in as few requests as possible.',
  'a list': 'Items with the same input share one list.',
};

function kindOf(field: Field): string {
  switch (field.kind) {
    case 'text':
      return 'text';
    case 'longText':
      return 'long text';
    case 'html':
      return 'HTML';
    case 'texts':
      return 'list of texts';
    case 'emails':
      return 'email addresses';
    case 'dateTime':
      return 'date and time';
    case 'id':
      return 'ID';
    case 'number':
    case 'percent':
    case 'limit': {
      const { min, max } = field.kind === 'limit' ? { ...field, max: Infinity } : field;
      const unit = field.kind === 'percent' ? 'percent' : 'number';
      return max === Infinity ? `${unit} of at least ${min}` : `${unit} from ${min} to ${max}`;
    }
    case 'yesNo':
      return 'yes or no';
    case 'choices':
      return `any of ${field.choices.map(({ label }) => label).join(', ')}`;
    case 'choice':
      return field.choices.map(({ label }) => label).join(', ');
  }
}

function section(action: Action): string {
  const { key, label, resource, operation, description, notice, kind, isIdempotent, runs } = action;
  const again = isIdempotent ? ' Safe to run again.' : '';
  const fields = Object.values(action.fields).map((field) => [
    field.label,
    kindOf(field),
    field.isOptional ? 'optional' : field.default === undefined ? 'required' : String(field.default),
    field.help ?? '',
  ]);
  const output = Object.entries(action.output).map(([key, { label, sample }]) => [
    `\`${key}\``,
    label,
    `\`${JSON.stringify(sample)}\``,
  ]);
  return [
    `## ${label}`,
    description,
    ...(notice === undefined ? [] : [notice]),
    `n8n: _${titleOf(resource)} → ${titleOf(operation)}_. Zapier: ${kind === 'read' ? 'search' : 'action'} \`${key}\`. ${sharing[runs]}${again}`,
    table(['Field', 'Takes', 'Default', 'What it is'], fields),
    table(['Result', 'Label', 'Sample'], output),
  ].join('\n\n');
}

function n8nTable(): string {
  const rows = [...n8nScreens, ...actions].map(({ resource, operation, description }) => [
    titleOf(resource),
    titleOf(operation),
    description,
  ]);
  rows.sort(([a = '', b = ''], [c = '', d = '']) => a.localeCompare(c) || b.localeCompare(d));
  return table(['Resource', 'Operation', 'What it does'], rows);
}

function zapierTable(): string {
  const searches = (action: object) => 'kind' in action && action.kind === 'read';
  const rows = [...zapierScreens, ...actions].map((action) => [
    searches(action) ? `${action.label} (search)` : action.label,
    action.description,
  ]);
  return table(['Action', 'What it does'], rows);
}

function withTable(text: string, rows: string): string {
  const [before = '', rest = ''] = text.split(/<!-- operations.*? -->/);
  const [, after = ''] = rest.split('<!-- /operations -->');
  return `${before}<!-- operations, written by ${script} -->\n\n${rows}\n\n<!-- /operations -->${after}`;
}

/** The files that tell of the operations, by their paths, as they should be; `read` gives one as it is. */
export function operationDocuments(read: (path: string) => string): Record<string, string> {
  const [n8n, zapier] = ['packages/n8n-nodes-leadterra/README.md', 'packages/zapier-leadterra/README.md'];
  return {
    'docs/operations.md': `${[introduction, ...actions.map(section)].join('\n\n')}\n`,
    [n8n]: withTable(read(n8n), n8nTable()),
    [zapier]: withTable(read(zapier), zapierTable()),
  };
}

if (process.argv[1]?.endsWith('operations.ts')) {
  const documents = operationDocuments((path) => readFileSync(path, 'utf8'));
  for (const [path, text] of Object.entries(documents)) writeFileSync(path, text);
}
