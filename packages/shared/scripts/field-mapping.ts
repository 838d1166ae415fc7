// Writes docs/field-mapping.md. After the build, from the root of the project:
// node packages/shared/scripts/field-mapping.ts
import { writeFileSync } from 'node:fs';

import {
  type Language,
  languages,
  leadSources,
  type OptOutFlag,
  presets,
  type RecordShape,
} from '@leadterra/shared';

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
  the last name, together with particles before it (\`van\`, \`de\`, \`bin\`). \`Last, First\` and \`LAST First\` are turned
  round; forms of address, degrees, pronouns, emoji and what follows a comma or a dash are left out; \`Jr.\` and \`III\` stay
  with the last name. A name in capitals or in lower case only is put right (\`JOHN\`, \`van der berg\`), unless the option
  \`tidy\` is off; mixed case stays (\`McDonald\`).
- **All texts.** Control characters go, runs of blanks become one space, and HTML entities become characters.
- **What cannot be one is none.** An address, a link, an id, a number, an unfilled template (\`{{first_name}}\`), an error of
  a sheet (\`#REF!\`), a company or a mailbox (\`Accounts Payable\`) is no name; an id or a long number is no company; the
  role of an account (\`end-user\`) is no job title.
- **Empty.** \`N/A\`, \`-\`, \`null\`, \`none\`, \`unknown\` and \`undefined\` count as empty. An empty field is left out.

## Who must not be mailed

Beside the flags in the tables, every column that speaks of mail is read: what it forbids (\`Unsubscribed\`, \`Do not
email\`, \`Hard bounced\`), what it allows (\`Opt-in\`, \`Email marketing consent\`), and a status. A value that names the
state counts as it says under any header: \`UNSUBSCRIBED\` forbids, \`subscribed\` allows. What is not understood in a column that
forbids, forbids. Columns about texts, calls, fax, cookies and soft bounces are not about mail. Objects in the record that
belong to the same person are looked through too.

## When there is no lead

${issueTable()}

## Warnings

There is a lead, and its sender should know:

${warningTable()}

## Wrappers

A record may be wrapped in another, or be the only element of a list, under whatever key: where a record has no address,
the one thing in it that holds a person's is taken, never that of an owner, a host, a creator or an assignee. Lists of
labelled values, as forms and Notion give them, are read as columns. Objects beside the address that hold more of the same
person (\`custom_fields\`, \`attributes\`, a \`name\` in its parts) fill what is missing.

With \`explain\` the result says for each field the path in the record that it came from.

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

function warningTable(): string {
  return table(
    ['Code', 'Meaning'],
    [
      ['several_emails', 'One of several addresses was taken.'],
      ['role_address', 'The address is a mailbox for everybody (`info@`, `noreply@`).'],
      ['free_domain', 'The address is of a provider for everybody (`gmail.com`).'],
      ['disposable_domain', 'The address is one that lives for minutes.'],
      ['misspelt_domain', 'The domain is one letter away from a large provider (`gmial.com`).'],
      ['customer', 'The record calls the person a customer.'],
    ],
  );
}

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

function shapeTable({ name, fields, columnsIn, optOut = [] }: RecordShape): string {
  if (columnsIn !== undefined) {
    const place = columnsIn === '' ? 'Its columns are read' : `The columns in ${code(columnsIn)} are read`;
    return `### ${name}\n\n${place} by their names, as those of a sheet.`;
  }
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

const phrases = (text: string) =>
  text
    .split(',')
    .map((phrase) => phrase.trim().replace(/\s+/g, ' ').replace(/\?$/, ''))
    .filter((phrase) => phrase !== '')
    .join(', ');

function languageLine({
  title,
  email,
  firstName,
  lastName,
  fullName,
  name = '',
  company,
  jobTitle,
}: Language): string {
  const fields = { email, firstName, lastName, 'whole name': fullName, name, company, jobTitle };
  const known = Object.entries(fields).filter(([, words]) => words !== '');
  return `- **${title}**: ${known.map(([field, words]) => `_${field}_ ${phrases(words)}`).join('; ')}.`;
}

function headerSection(): string {
  return `### Columns

A header is read as words. Upper and lower case, blanks, punctuation, accents, brackets and prefixes (\`data[email]\`,
\`property_email\`) do not matter, nor do words of a question around the field (\`What is your …?\`). A word for whose it is
ranks a column: the lead's by name first (\`Invitee Email\`), then a bare one, a user's last; an owner's, a host's, a
creator's and the like never count. Of addresses the work one comes before bare ones, the company's, numbered and
private ones after. A header that is exactly the field's name goes before the other bare ones. One wrong letter is forgiven
where no other column is meant.

\`name\` is a person's, or the half of a name that is missing: \`Vorname | Name\`, \`Name | Surname\`. Beside both halves it is
the company's, where there is no other column for it. Phone, LinkedIn and website become the custom fields \`phone\`,
\`linkedinUrl\` and \`website\`.

The words of each language, the best first:

${languages.map(languageLine).join('\n')}`;
}

/** docs/field-mapping.md: what mapping does, and a table for each source, from the presets themselves. */
export function fieldMappingDocument(): string {
  const sections = leadSources.map(({ source, label }) => sourceSection(source, label));
  return `${[introduction.trimEnd(), ...sections, headerSection()].join('\n\n')}\n`;
}

if (process.argv[1]?.endsWith('field-mapping.ts')) {
  writeFileSync('docs/field-mapping.md', fieldMappingDocument());
}
