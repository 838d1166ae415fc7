import { type OptionalLeadField } from '../lead';
import { meansNoEmail, plainAddress, readAddresses } from './clean/email';

/** What a record says, cleaned. What it does not say is empty. */
export type Reading = Record<OptionalLeadField, string> & {
  /** The address to use, how many there were in its place, and that place. */
  address: string;
  addressCount: number;
  emailPath: string;
  /** Text that stands where an address should, and its place; only of interest when there is no address. */
  rejected: string;
  rejectedPath: string;
  fullName: string;
  /** The path of the flag that says not to mail this person. */
  optOut: string;
};

export function emptyReading(): Reading {
  return {
    address: '',
    addressCount: 0,
    emailPath: '',
    rejected: '',
    rejectedPath: '',
    firstName: '',
    lastName: '',
    fullName: '',
    company: '',
    jobTitle: '',
    optOut: '',
  };
}

function takeAddress(reading: Reading, address: string, count: number, path: string): true {
  reading.address = address;
  reading.addressCount = count;
  reading.emailPath = path;
  return true;
}

/** Takes the first valid address among values in order of preference. False when there is none. */
export function takeEmails(reading: Reading, values: readonly unknown[], path: string): boolean {
  const addresses = new Set<string>();
  for (const value of values) {
    if (typeof value !== 'string' || value === '') continue;
    const found = readAddresses(value);
    for (const address of found) addresses.add(address);
    if (found.length === 0 && reading.rejected === '' && !meansNoEmail(value)) {
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
