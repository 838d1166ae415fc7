import { type IExecuteFunctions } from 'n8n-workflow';

import {
  array,
  boolean,
  type CustomValue,
  type GivenFields,
  nullish,
  number,
  object,
  perLeadField,
  pipe,
  string,
  transform,
  trim,
  union,
  withDefault,
} from '../../../shared/core';
import { parseField } from '../../../shared/parse-field';

const text = pipe(
  nullish(union([string(), number()])),
  transform((value) => String(value ?? '')),
);
const mapped = object(perLeadField(() => text));
const customField = object({
  name: string().check(trim()),
  value: nullish(union([string(), number(), boolean()])),
});
const customFieldValues = object({ field: withDefault(array(customField), []) });

/** What the user filled in for an item; blank where nothing is. */
export function readByHand(
  context: IExecuteFunctions,
  item: number,
  { isManual }: { isManual: boolean },
): { email: string; given: GivenFields } {
  const [label, name] = isManual
    ? ['Lead Fields', 'leadFields.value']
    : ['Fields to Override', 'fieldsToOverride'];
  // n8n's own check would end the run at an item whose expression for the address gives nothing.
  const values = context.getNodeParameter(name, item, {}, { skipValidation: true });
  const { email, ...fields } = parseField(label, mapped, values ?? {});
  return { email, given: { ...fields, customFields: readCustomFields(context, item) } };
}

/** The custom fields that the user filled in for an item. */
export function readCustomFields(context: IExecuteFunctions, item: number): Record<string, CustomValue> {
  const given = context.getNodeParameter('customFieldValues', item, {});
  const { field } = parseField('Custom Fields', customFieldValues, given);
  return Object.fromEntries(
    field.flatMap(({ name, value }) => (name === '' || value == null ? [] : [[name, value]])),
  );
}
