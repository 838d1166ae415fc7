import { readFileSync } from 'node:fs';
import path from 'node:path';

import { operationDocuments } from '../../scripts/operations';

const read = (file: string) => readFileSync(path.join(__dirname, '../../../..', file), 'utf8');

test('the documents of the operations are what the actions say (packages/shared/scripts/operations.ts)', () => {
  const documents = operationDocuments(read);
  for (const [file, text] of Object.entries(documents)) expect(read(file)).toBe(text);
});
