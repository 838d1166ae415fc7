import { type OutputField } from '@leadterra/shared';
import { type PlainOutputField } from 'zapier-platform-core';

import { withZone } from './output';

type Output = Record<string, OutputField>;
type Value = OutputField['sample'] | null;

/** What a step gives, as Zapier describes it. */
export function outputFieldsOf(output: Output): PlainOutputField[] {
  return Object.entries(output).map(([key, field]) => outputField(key, field));
}

function outputField(key: string, { label, type }: OutputField): PlainOutputField {
  switch (type) {
    case 'id':
    case 'text':
    case 'texts':
      return { key, label };
    case 'dateTime':
      return { key, label, type: 'datetime' };
    case 'yesNo':
      return { key, label, type: 'boolean' };
    case 'integer':
    case 'number':
      return { key, label, type };
  }
}

/** What Zapier shows before the first run. */
export function sampleOf(output: Output) {
  return Object.fromEntries(
    Object.entries(output).map(([key, field]) => [key, shownValue(field, field.sample)]),
  );
}

/** A value as Zaps know it: lists joined with commas, and times with a zone. */
export function shownValue({ type }: OutputField, value: Value): Value {
  if (Array.isArray(value)) return value.join(', ');
  return type === 'dateTime' && typeof value === 'string' ? withZone(value) : value;
}
