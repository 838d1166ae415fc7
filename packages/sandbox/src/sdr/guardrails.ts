/** What keeps a text from being sent. What the real ones look at is not documented. */
const rules: [pattern: RegExp, issue: string][] = [
  [/^\s*$/, 'The text is empty.'],
  [/\{\{|\[\[/, 'A token is not filled in.'],
  [/\bguarantee/i, 'It promises too much: "guarantee".'],
];

/** The guardrails' verdict on a text, with the scores of the documented example where nothing is wrong. */
export function guardrailsFor(text: string) {
  const issues = rules.filter(([pattern]) => pattern.test(text)).map(([, issue]) => issue);
  const blocked = issues.length > 0;
  const scores = blocked
    ? { overall: 0.31, readability: 0.88, personalization: 0.2, linkQuality: 0.9 }
    : { overall: 0.92, readability: 0.88, personalization: 0.95, linkQuality: 0.9 };
  return { blocked, issues, scores };
}
