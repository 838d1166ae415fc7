// Writes docs/field-mapping.md. After the build, from the root of the project:
// node packages/shared/scripts/field-mapping.ts
import { writeFileSync } from 'node:fs';

import { headerSynonyms, leadSources, type OptOutFlag, presets, type RecordShape } from '@leadterra/shared';

import { table } from './markdown.ts';

const introduction = `# Field mapping

<!-- Written by packages/shared/scripts/field-mapping.ts from packages/shared/src/mapping; change that instead. -->

A step before Leadterra hands over a record in its own shape; mapping turns it into a lead. It tells the source by the
shape of the record, unless you choose the source by hand. A record that no preset knows is read by the names of its
columns.

## What happens to values

- **Email.** Spaces, \`mailto:\`, angle brackets and invisible characters are taken off, and the address is written in
  lower case. Of several addresses the one marked as primary is taken, else the first valid one, and the result says so.
- **Names.** Accents, apostrophes and scripts stay as they are. Where a record has only a full name, the last word is
  the last name, together with particles before it (\`van\`, \`de\`, \`bin\`). \`Last, First\` is turned round, forms of
  address and degrees are left out, \`Jr.\` and \`III\` stay with the last name.
- **All texts.** Control characters go, runs of blanks become one space, and HTML entities become characters.
- **Empty.** \`N/A\`, \`-\`, \`null\`, \`none\`, \`unknown\` and \`undefined\` count as empty. An empty field is left out.

## When there is no lead

${issueTable()}

\`several_emails\` is only a note: there is a lead, and one of several addresses was taken.

## Wrappers

A record may be wrapped: in \`contact\`, \`person\`, \`data\`, \`body\`, \`current\` or \`fields\`, or as the only element of a
list in \`data\`, \`results\`, \`records\`, \`value\`, \`items\`, \`people\` or \`contacts\`.

## Custom fields

By default there are none. _Unmapped_ takes every single value that no field of the lead uses, but for ids, row numbers,
times of creation and update, and owners. Or name them by their paths: a column's header, or keys with dots between
them (\`properties.industry\`, \`tags[0]\`, \`["key.with.dots"]\`).

The name of a custom field is the last part of its path: letters, digits and \`_\` stay, each run of anything else becomes
one \`_\`. \`Use case (2024)\` becomes \`{{Use_case_2024}}\`. A custom field never takes the place of a standard one, and
\`__proto__\`, \`constructor\` and \`prototype\` are refused.

## Paths in the tables

Of several paths the first with a value wins. \`emails[].value\` looks at every element of a list, the primary one first;
\`emails[type=office].email\` only at those of that type.
`;

const code = (text: string) => `\`${text}\``;
const listOf = (paths: readonly string[] = []) => paths.map(code).join(', then ') || '–';

function issueTable(): string {
  return table(
    ['Code', 'Meaning', 'What to do'],
    [
      [
        'no_email',
        'The record has no address.',
        'Triggers often give only ids: add a step that gets the record.',
      ],
      ['invalid_email', 'There is text, but no address in it.', 'Correct it where the record comes from.'],
      [
        'opted_out',
        'The person opted out, or the address bounced.',
        'Leave it, or turn off _honor opt-out_.',
      ],
      [
        'many_records',
        'The record is, or wraps, a list of several records.',
        'Split the list into single records first (n8n: _Split Out_; Zapier: _Looping_).',
      ],
      ['not_a_record', 'The record is no object with named fields.', 'Check the step before.'],
    ],
  );
}

function flagText({ path, when }: OptOutFlag): string {
  switch (when) {
    case 'yes':
      return `${code(path)} is true`;
    case 'no':
      return `${code(path)} is false`;
    case 'present':
      return `${code(path)} is not empty`;
    default:
      return `${code(path)} is ${when.join(' or ')}`;
  }
}

function shapeTable({ name, fields, optOut = [] }: RecordShape): string {
  const rows = [
    ['email', listOf(fields.email)],
    ['firstName', listOf(fields.firstName)],
    ['lastName', listOf(fields.lastName)],
    ...(fields.fullName ? [['both, where one is missing', listOf(fields.fullName)]] : []),
    ['company', listOf(fields.company)],
    ['jobTitle', listOf(fields.jobTitle)],
    ...(optOut.length > 0 ? [['no lead when', optOut.map(flagText).join('; ')]] : []),
  ];
  return `### ${name}\n\n${table(['Lead', 'Record'], rows)}`;
}

function sourceSection(source: string, label: string): string {
  const shapes: readonly RecordShape[] = presets.find((preset) => preset.source === source)?.shapes ?? [];
  return [`## ${label}`, ...shapes.map(shapeTable)].join('\n\n');
}

function headerSection(): string {
  const rows = Object.entries(headerSynonyms).map(([field, headers]) => [field, headers.map(code).join(' ')]);
  return `### Columns

Upper and lower case, blanks, punctuation and accents of a header do not matter. The headers are listed without them, the
best first: where several columns of a row could fill a field, the first of them that is filled does; a header that is
exactly the field's name goes before all.

${rows.map(([field, headers]) => `- **${field ?? ''}**: ${headers ?? ''}`).join('\n')}

\`name\` is a person's, or the half of a name that is missing: \`Vorname | Name\`, \`Name | Surname\`. Beside both halves it is
the company's, where there is no other column for it. \`phone\`, \`linkedinUrl\` and \`website\` become custom fields of these
names.`;
}

/** docs/field-mapping.md: what mapping does, and a table for each source, from the presets themselves. */
export function fieldMappingDocument(): string {
  const sections = leadSources.map(({ source, label }) => sourceSection(source, label));
  return `${[introduction.trimEnd(), ...sections, headerSection()].join('\n\n')}\n`;
}

if (process.argv[1]?.endsWith('field-mapping.ts')) {
  writeFileSync('docs/field-mapping.md', fieldMappingDocument());
}
