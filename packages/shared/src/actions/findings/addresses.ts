import { warningsOf } from '../../mapping/warnings';
import { type Finding, named, share } from './finding';
import { type ToldLead } from './leads';

/** What stands at the address of a lead, with the most of all addresses in percent before mailbox providers act. */
const kinds = [
  {
    code: 'misspelt_domain',
    are: 'misspelt, and would bounce',
    // Where mailbox providers are known to act on a sender.
    mostPercent: 5,
    advice: 'Correct them before the start.',
  },
  { code: 'disposable_domain', are: 'made for minutes', mostPercent: 5, advice: 'Leave them out.' },
  {
    code: 'role_address',
    are: 'read by several people',
    mostPercent: 100,
    advice: 'Write to a person where you can.',
  },
] as const;

/** What is to be known of the addresses of leads. */
export function addressFindings(leads: ToldLead[] | undefined): Finding[] {
  if (leads === undefined) {
    const advice = 'Give them under Leads to have them checked.';
    return [{ severity: 'note', what: 'The leads were not looked at.', advice }];
  }
  const addresses = [...new Set(leads.flatMap(({ email }) => email?.toLowerCase() ?? []))];
  const found = addresses.map((address) => ({
    address,
    codes: warningsOf(address, '').map(({ code }) => code),
  }));
  return kinds.flatMap(({ code, are, mostPercent, advice }) => {
    const bad = found.filter(({ codes }) => codes.includes(code)).map(({ address }) => address);
    if (bad.length === 0) return [];
    const severity = 100 * bad.length > mostPercent * addresses.length ? 'serious' : 'warning';
    return [
      {
        severity,
        what: `${share(bad.length, addresses.length, 'addresses')} ${are}: ${named(bad)}.`,
        advice,
      },
    ];
  });
}
