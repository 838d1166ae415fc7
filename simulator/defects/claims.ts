import { type Defect } from './defect.ts';

const enrollment = 'packages/shared/src/enrollment';

/** More is said of a lead than is proven. */
export const claims: Defect[] = [
  {
    name: 'who is left out counts as enrolled',
    file: `${enrollment}/sender.ts`,
    find: "({ status: 'left_out' })",
    replace: "({ status: 'enrolled' })",
    foundBy: 'enrollment',
  },
  {
    name: 'some of a batch were taken, so all were',
    file: `${enrollment}/sender.ts`,
    find: 'if (proof.taken === rest.length && unnamed.length === 0)',
    replace: 'if (proof.taken !== 0 && unnamed.length === 0)',
    foundBy: 'enrollment',
  },
  {
    name: 'one count too many is believed',
    file: `${enrollment}/counts.ts`,
    find: 'if (told + (skipped ?? 0) > sent)',
    replace:
      'if (told + (skipped ?? 0) === sent + 1) return { taken: sent, oddities: [] };\n  if (told + (skipped ?? 0) > sent)',
    foundBy: 'enrollment',
  },
  {
    name: 'counts that do not add up are believed',
    file: `${enrollment}/counts.ts`,
    find: 'if (total !== undefined && taken !== undefined && total !== taken)',
    replace: 'if (total === -1)',
    foundBy: 'enrollment',
  },
  {
    name: 'a verdict for all where some are new and some are not',
    file: `${enrollment}/counts.ts`,
    find: "if (created === told) return 'created';",
    replace: "if (created) return 'created';",
    foundBy: 'enrollment',
  },
  {
    name: 'the doubt after an unclear answer is lost',
    file: `${enrollment}/sender.ts`,
    find: "if (error.mayHaveActed) for (const waiting of batch) waiting.verdict ??= 'unknown';",
    replace: '',
    foundBy: 'enrollment',
  },
  {
    name: 'a position in an error is taken as proof',
    file: `${enrollment}/isolation.ts`,
    find: '[trial.unhinted, ...Array.from(hinted, (lead) => [lead])]',
    replace:
      '[trial.unhinted]);\n      await this.#ledger.settle([...hinted], () => ({ status: "rejected", reason: error.summary })',
    foundBy: 'enrollment',
  },
  {
    name: 'not sent, although halves of it were taken',
    file: `${enrollment}/sender.ts`,
    find: 'waiting.unlessSentAgain = outcome;',
    replace: '',
    foundBy: 'enrollment',
  },
  {
    name: 'not sent, although given up while it waited for its next try',
    file: `${enrollment}/sender.ts`,
    find: 'if (error.mayHaveActed || retried)',
    replace: 'if (error.mayHaveActed)',
    foundBy: 'enrollment',
  },
  {
    name: 'what was suppressed in vain counts as suppressed',
    file: 'packages/shared/src/api/operations/suppress-emails.ts',
    find: "(email) => ({ email, status: 'failed', error })",
    replace: "(email) => ({ email, status: 'suppressed' })",
    foundBy: 'calls',
  },
  {
    name: 'what is not enrolled is remembered all the same',
    file: `${enrollment}/ledger.ts`,
    find: "if (outcome.status === 'enrolled') enrolled.push(waiting);",
    replace: 'enrolled.push(waiting);',
    foundBy: 'enrollment',
  },
  {
    name: 'a dry run sends',
    file: `${enrollment}/sender.ts`,
    find: "return dryRun ? { status: 'ready' } : undefined;",
    replace: 'return undefined;',
    foundBy: 'enrollment',
  },
];
