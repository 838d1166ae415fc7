import { type FastifyDynamicSwaggerOptions } from '@fastify/swagger';

import { apiEndpoints } from '../endpoints';
import { type Workspace } from '../workspace';

/** What the OpenAPI document says beside the routes. */
export function openApi({ dialect }: Workspace): FastifyDynamicSwaggerOptions {
  return {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Leadterra sandbox',
        version: '1',
        description:
          `The Leadterra API as its documentation describes it, in the dialect "${dialect.name}". ` +
          'Made from the sandbox, not by Leadterra.',
      },
      tags: [
        ...[...new Set(apiEndpoints.map(({ tag }) => tag))].map((name) => ({ name })),
        {
          name: 'sandbox',
          description: 'Of this sandbox only. No key needed where it listens on this machine alone.',
        },
      ],
      components: { securitySchemes: { apiKey: { type: 'http', scheme: 'bearer' } } },
      security: [{ apiKey: [] }],
    },
    refResolver: {
      buildLocalReference: ({ $id }, _baseUri, _fragment, i) =>
        typeof $id === 'string' ? $id : `schema-${i}`,
    },
  };
}
