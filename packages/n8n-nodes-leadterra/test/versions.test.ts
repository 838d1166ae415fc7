import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import type * as workflow from 'n8n-workflow';

import type * as transport from '../nodes/shared/transport';

// What n8n gives to nodes, at both ends of the range that is promised and between them.
const versions = ['n8n-workflow-1.97', 'n8n-workflow-1.120', 'n8n-workflow-2.33', 'n8n-workflow'];

const packageFolder = path.resolve(__dirname, '..');

/** The names that our nodes import from n8n-workflow and that are there when they run. */
function importedNames(): string[] {
  const files = ['nodes', 'credentials'].flatMap((folder) =>
    readdirSync(path.join(packageFolder, folder), { recursive: true })
      .map((file) => path.join(packageFolder, folder, String(file)))
      .filter((file) => file.endsWith('.ts') && existsSync(file)),
  );
  const names = files.flatMap((file) => {
    const imports = /import \{([^}]*)\} from 'n8n-workflow'/.exec(readFileSync(file, 'utf8'))?.[1] ?? '';
    return imports.split(',').map((name) => name.trim());
  });
  return [...new Set(names)].filter((name) => name !== '' && !name.startsWith('type '));
}

describe.each(versions)('with %s', (version) => {
  beforeEach(() => {
    jest.resetModules();
    jest.doMock('n8n-workflow', () => {
      const actual: unknown = jest.requireActual(version);
      return actual;
    });
  });
  afterAll(() => {
    jest.dontMock('n8n-workflow');
  });

  test('every name that we import is there', () => {
    const there = Object.keys(jest.requireActual<object>(version));
    expect(importedNames().length).toBeGreaterThan(3);
    expect(importedNames().filter((name) => !there.includes(name))).toEqual([]);
  });

  test('a refused connection is known as one, so that what is done once only is tried again', async () => {
    const { n8nTransport } = jest.requireActual<typeof transport>('../nodes/shared/transport');
    const { NodeApiError: wrapping } = jest.requireActual<typeof workflow>(version);
    const node = {
      id: '1',
      name: 'Leadterra',
      type: 'leadterra',
      typeVersion: 1,
      position: [0, 0],
      parameters: {},
    };
    const refused = Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:1'), { code: 'ECONNREFUSED' });
    // As n8n's helper wraps it.
    const helpers = {
      httpRequestWithAuthentication: async () => {
        const wrapped: unknown = Reflect.construct(wrapping, [node, refused]);
        return await Promise.reject(wrapped instanceof Error ? wrapped : refused);
      },
    };
    const send: unknown = Reflect.apply(n8nTransport, undefined, [
      { helpers },
      'http://127.0.0.1:1',
      'sk_test_1',
    ]);
    const sending: unknown =
      typeof send === 'function' &&
      Reflect.apply(send, undefined, [{ method: 'POST', path: '/v1/campaigns' }]);
    await expect(sending).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });
});
