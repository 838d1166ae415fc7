import { readFileSync } from 'node:fs';
import path from 'node:path';

import { fieldMappingDocument } from '../../scripts/field-mapping';

test('docs/field-mapping.md is what the presets say (packages/shared/scripts/field-mapping.ts)', () => {
  const file = path.join(__dirname, '../../../../docs/field-mapping.md');
  expect(readFileSync(file, 'utf8')).toBe(fieldMappingDocument());
});
