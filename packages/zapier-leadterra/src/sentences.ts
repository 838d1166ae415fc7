import { type MappingIssue } from '@leadterra/shared';

/** Enough to see what is wrong; a thousand of the same sentence would help nobody. */
const mostSaid = 20;

/** What issues say, one after the other. */
export function sentences(issues: MappingIssue[]): string {
  const said = issues.slice(0, mostSaid).map(({ message }) => message);
  const more = issues.length - said.length;
  return [...said, ...(more > 0 ? [`And ${more} more.`] : [])].join(' ');
}
