import { type Addresses } from './field';
import { refusedInput } from './input';

/** The addresses of a field in which each must be one, as none of them may be lost. */
export function everyAddress(label: string, { emails, refused }: Addresses): string[] {
  if (refused.length === 0) return emails;
  throw refusedInput([`${label} holds "${refused.join('", "').slice(0, 100)}", which is no email address.`]);
}
