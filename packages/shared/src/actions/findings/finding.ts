/** What a check found: how bad it is, what it is and what to do, each of these in whole sentences. */
export type Finding = {
  /** `serious`: starting would do harm. `warning`: look at it first. `note`: nothing is known. */
  severity: 'serious' | 'warning' | 'note';
  what: string;
  advice: string;
};

/** The findings of one severity, as users read them. */
export function sentencesOf(findings: Finding[], severity: Finding['severity']): string[] {
  return findings.filter((one) => one.severity === severity).map(({ what, advice }) => `${what} ${advice}`);
}

const mostNamed = 5;

/** The first of them by name, and whether there are more. */
export function named(names: string[]): string {
  return names.length > mostNamed ? `${names.slice(0, mostNamed).join(', ')} and others` : names.join(', ');
}

/** `1 of 3 addresses is`, `2 of 3 addresses are`. */
export function share(count: number, whole: number, things: string): string {
  return `${count} of ${whole} ${things} ${count === 1 ? 'is' : 'are'}`;
}
