/** Who does not fit the ideal customer profile. A guess: what the gate looks at beside these two is not documented. */
export function failsIcp(seniority: string, employeeCount: string): boolean {
  const smallest = Number(/\d+/.exec(employeeCount)?.[0] ?? 0);
  return /\b(?:intern|junior|entry)\b/i.test(seniority) || smallest < 10;
}
