import Table from 'cli-table3';

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
  const table = new Table({
    head: ['', 'by the input', 'in the database', ''],
    colAligns: ['left', 'right', 'right', 'left'],
    style: { head: [], border: [], compact: true },
  });
  for (const [index, row] of rows.entries()) {
    if (rows[index - 1]?.step !== row.step) table.push([{ content: row.step, colSpan: 4 }]);
    table.push([`  ${row.what}`, row.expected, row.database, isTrue(row) ? '✓' : '✗']);
  }
  const sum = Object.entries(equation.parts).map(([name, value]) => `${value} ${name}`);
  return [
    table.toString(),
    '',
    `${equation.sent} sent = ${sum.join(' + ')}`,
    ok ? `Every count is as the input says. ${seconds} s.` : 'The lines with ✗ are not as the input says.',
  ].join('\n');
}
