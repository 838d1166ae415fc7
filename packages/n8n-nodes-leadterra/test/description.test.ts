import { type INodeProperties, NodeHelpers } from 'n8n-workflow';
import { z } from 'zod';

import { Leadterra } from '../nodes/Leadterra/Leadterra.node';

const { properties } = new Leadterra().description;

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

test('n8n takes the defaults of all fields', () => {
  const { description } = new Leadterra();
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
