import { issue } from './failures';
import { type MappingIssue } from './types';

export function warningsOf(address: string): MappingIssue[] {
  return address.startsWith('info@')
    ? [issue('role_address', `${address} is the address of a function, not of a person.`, '')]
    : [];
}
