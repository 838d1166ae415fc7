import { leadSources, type OptOutFlag, presets, type RecordShape } from '@leadterra/shared';
import { type Bundle, defineInputField, type PlainInputField, type ZObject } from 'zapier-platform-core';

import { personFields } from './lead';

/** The one source that is no CRM: it may call its fields anything. */
const anySheet = 'spreadsheet';

/** Which CRM to advise on. Nothing else depends on it. */
export const sourceField = defineInputField({
  key: 'source',
  label: 'Source CRM',
  type: 'string',
  choices: Object.fromEntries(
    leadSources.filter(({ source }) => source !== anySheet).map(({ source, label }) => [source, label]),
  ),
  altersDynamicFields: true,
  helpText: 'Where the lead comes from, if you would like to see which of its fields to map.',
});

/** Which fields of the chosen CRM to map where, to be read. */
export function adviceField(_z: ZObject, bundle: Bundle): PlainInputField[] {
  const preset = presets.find(({ source }) => source === bundle.inputData['source']);
  if (preset === undefined || preset.source === anySheet) return [];
  const lines = fieldsOf([...preset.shapes]).map(([label, names]) => `- **${label}**: ${names}`);
  // Forms and tables have the fields that their authors gave them.
  if (lines.length === 0) return [];
  return [
    {
      key: 'advice',
      type: 'copy',
      helpText: `What the fields are called in the API of ${preset.label}; Zapier may show them by other names.\n\n${lines.join('\n')}`,
    },
  ];
}

function fieldsOf(shapes: RecordShape[]): [label: string, names: string][] {
  // The last shape is the general one. In a record of several people a name may be that of their company.
  const general = shapes.reverse().filter(({ people }) => people === undefined);
  return personFields.flatMap(({ key, label }): [string, string][] => {
    const paths = general.flatMap(({ fields, optOut = [] }) =>
      key === 'optedOut' ? optOut.filter(saysYes).map(({ path }) => path) : (fields[key] ?? []),
    );
    const names = [...new Set(paths.map(nameOf))].slice(0, 2);
    return names.length > 0 ? [[label, names.map((name) => `\`${name}\``).join(' or ')]] : [];
  });
}

/** Whether the flag alone says it; other flags need words that only the record as a whole explains. */
function saysYes({ when }: OptOutFlag): boolean {
  return when === 'yes';
}

/** A path without its selectors: `properties[name=email].value` is `properties.email`, `org_id.name` stays. */
function nameOf(path: string): string {
  return path.replace(/\[name=(\w+)\].*/, '.$1').replace(/\[[^\]]*\]/g, '');
}
