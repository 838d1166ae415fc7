import { type FastifyDynamicSwaggerOptions } from '@fastify/swagger';

import { type Workspace } from '../workspace';

/** What the OpenAPI document says beside the routes. */
export function openApi({ options }: Workspace): FastifyDynamicSwaggerOptions {
  return {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Leadterra sandbox',
        version: '1',
        description:
          `The Leadterra API as its documentation describes it, in the dialect "${options.dialect ?? 'reference'}". ` +
          'Made from the sandbox, not by Leadterra.',
      },
      tags: [
        { name: 'campaigns' },
        { name: 'leads' },
        { name: 'replies' },
        { name: 'suppression' },
        { name: 'senders' },
        { name: 'webhooks' },
        {
          name: 'sandbox',
          description: 'Of this sandbox only. No key needed: it listens on this machine alone.',
        },
      ],
      components: { securitySchemes: { apiKey: { type: 'http', scheme: 'bearer' } } },
      security: [{ apiKey: [] }],
    },
  };
}
