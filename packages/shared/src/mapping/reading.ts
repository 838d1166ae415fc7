import { type OptionalLeadField } from '../lead';
import { meansNoEmail, plainAddress, readAddresses } from './clean/email';
import { type originFields } from './headers/vocabulary';
import { type Whose } from './headers/whose';

/** The path in a record of each field that was read. */
type Origin = { [field in (typeof originFields)[number]]?: string };

/** What a record says, cleaned. What it does not say is empty. */
export type Reading = Record<OptionalLeadField, string> & {
  /** The address to use, how many there were in its place, that place, and whose it is by its column. */
  address: string;
  addressCount: number;
  emailPath: string;
  emailOf: Whose;
  /** Text that stands where an address should, and its place; only of interest when there is no address. */
  rejected: string;
  rejectedPath: string;
  fullName: string;
  /** The path of the flag that says not to mail this person. */
  optOut: string;
  /** The path of what says that the person is a customer already. */
  customer: string;
  /** Where each field came from, when that is asked for. */
  from: Origin | undefined;
};

export function emptyReading(explain: boolean): Reading {
  return {
    address: '',
    addressCount: 0,
    emailPath: '',
    emailOf: 'bare',
    rejected: '',
    rejectedPath: '',
    firstName: '',
    lastName: '',
    fullName: '',
    company: '',
    jobTitle: '',
    optOut: '',
    customer: '',
    from: explain ? {} : undefined,
  };
}

function takeAddress(reading: Reading, address: string, count: number, path: string): true {
  reading.address = address;
  reading.addressCount = count;
  reading.emailPath = path;
  if (reading.from) reading.from.email = path;
  return true;
}

/** Takes the first valid address among values in order of preference. False when there is none. */
export function takeEmails(reading: Reading, values: readonly unknown[], path: string): boolean {
  const addresses = new Set<string>();
  for (const value of values) {
    if (typeof value !== 'string') continue;
    const found = readAddresses(value);
    for (const address of found) addresses.add(address);
    if (reading.rejected === '' && !meansNoEmail(value)) {
      reading.rejected = value;
      reading.rejectedPath = path;
    }
  }
  for (const address of addresses) return takeAddress(reading, address, addresses.size, path);
  return false;
}

/** As `takeEmails` for one value, which mostly is an address and nothing else. */
export function takeEmail(reading: Reading, value: unknown, path: string): boolean {
  if (typeof value !== 'string' || value === '') return false;
  const address = plainAddress(value);
  return address === undefined ? takeEmails(reading, [value], path) : takeAddress(reading, address, 1, path);
}
