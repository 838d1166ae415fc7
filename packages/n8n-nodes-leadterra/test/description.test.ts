import { readFileSync } from 'node:fs';
import path from 'node:path';

import { sampleEvents } from '@leadterra/shared';
import { type INodeProperties, NodeHelpers } from 'n8n-workflow';
import { z } from 'zod';

import { leadterra } from './n8n-stand-in';

const { description } = leadterra;
const { properties } = description;
const packageFolder = path.resolve(__dirname, '..');

const option = z.object({ name: z.string(), value: z.string(), action: z.string(), description: z.string() });
const operationMenus = properties.filter(({ name }) => name === 'operation');

test('every operation says what it does, in the menu and on the canvas', () => {
  for (const { options } of operationMenus) {
    for (const operation of z.array(option).parse(options)) expect(operation.description).not.toBe('');
  }
});

function shown(field: INodeProperties, resource: string, operation: string): boolean {
  const { show } = field.displayOptions ?? {};
  return show?.['operation']?.includes(operation) === true && show['resource']?.includes(resource) === true;
}

test('the field names of an operation are its own', () => {
  for (const menu of operationMenus) {
    const [resource = ''] = z.array(z.string()).parse(menu.displayOptions?.show?.['resource']);
    for (const { value } of z.array(option).parse(menu.options)) {
      const names = properties.filter((field) => shown(field, resource, value)).map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
    }
  }
});

test('the README has the sample events to pin', () => {
  const text = readFileSync(path.join(packageFolder, 'README.md'), 'utf8');
  const block = /set mock data[^]*?```json\n([^]*?)```/.exec(text)?.[1] ?? '';
  expect(JSON.parse(block)).toEqual(sampleEvents);
});

test('n8n takes the defaults of all fields', () => {
  const defaults = NodeHelpers.getNodeParameters(
    properties,
    {},
    true,
    false,
    { typeVersion: 1 },
    description,
  );
  expect(defaults).toMatchObject({ resource: 'lead', operation: 'enroll', leadSource: 'auto' });
});
