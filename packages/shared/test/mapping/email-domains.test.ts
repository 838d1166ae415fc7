import { readFileSync } from 'node:fs';
import path from 'node:path';

import { emailDomains } from '../../scripts/email-domains';

test('the lists of domains are what the packages say (packages/shared/scripts/email-domains.ts)', () => {
  const file = path.join(__dirname, '../../src/mapping/email-domains.ts');
  expect(readFileSync(file, 'utf8')).toBe(emailDomains());
});
