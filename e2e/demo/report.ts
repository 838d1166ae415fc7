/** One line of the demo's table: what the input says must be, and what the sandbox's database holds. */
export type Row = { step: string; what: string; expected: number | string; database: number | string };

/** What became of all that was sent: each record is in one part. */
export type Equation = { sent: number; parts: Record<string, number> };

/** The demo's result, as `--json` prints it. */
export type DemoReport = {
  rows: Row[];
  equation: Equation;
  seconds: number;
  ok: boolean;
};

export function isTrue(row: Row): boolean {
  return row.expected === row.database;
}

export function addsUp({ sent, parts }: Equation): boolean {
  return Object.values(parts).reduce((sum, part) => sum + part, 0) === sent;
}

/** The report as a table for a terminal. */
export function asTable({ rows, equation, seconds, ok }: DemoReport): string {
  const header = { step: '', what: '', expected: 'by the input', database: 'in the database' };
  const lines = [header, ...rows].map(({ step, what, expected, database }) => [
    step,
    what,
    String(expected),
    String(database),
  ]);
  const widths = [0, 1, 2, 3].map((i) => Math.max(...lines.map((line) => line[i]?.length ?? 0)));
  const printed = lines.map((line, number) => {
    const row = rows[number - 1];
    const before = rows[number - 2];
    const cells = line.map((cell, i) => {
      if (i === 0 && row && before?.step === row.step) return ' '.repeat(widths[0] ?? 0);
      return i < 2 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0);
    });
    return `${cells.join('  ')}  ${row ? (isTrue(row) ? '✓' : '✗') : ''}`.trimEnd();
  });
  const sum = Object.entries(equation.parts).map(([name, value]) => `${value} ${name}`);
  return [
    ...printed,
    '',
    `${equation.sent} sent = ${sum.join(' + ')}`,
    ok ? `Every count is as the input says. ${seconds} s.` : 'The lines with ✗ are not as the input says.',
  ].join('\n');
}
