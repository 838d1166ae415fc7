// Writes docs/performance.md and its plots from a full run, and what other pages quote of it.
import { mkdir, readFile, writeFile } from 'node:fs/promises';

import { format, resolveConfig } from 'prettier';

import {
  type BenchResult,
  type Goal,
  isWithin,
  type Question,
  ratio,
  type Side,
  type Size,
  valueFor,
} from './compare.ts';
import { batched, expert, single } from './enrolling-ways.ts';
import { setup } from './machine.ts';
import { plotsOf } from './plots.ts';
import { barText, head, mark, number, profileRows, ratioText, rowsOf } from './report.ts';

const page = 'docs/performance.md';
const images = 'docs/images';
const plotFile = (name: string) => `performance-${name}.svg`;

type Run = { minutes: number; size: Size };

export async function publish(results: BenchResult[], run: Run): Promise<void> {
  await mkdir(images, { recursive: true });
  const plots = plotsOf(results);
  for (const [name, svg] of plots) await writeFile(`${images}/${plotFile(name)}`, svg);
  await writeMarkdown(page, pageOf(results, run));
  await quote('README.md', readmeOf(results));
  await quote('docs/upstream-n8n.md', isolatesOf(results));
  console.log(`Written: ${page} and its plots, README.md, docs/upstream-n8n.md`);
}

async function writeMarkdown(file: string, text: string): Promise<void> {
  const options = await resolveConfig(file);
  await writeFile(file, await format(text, { ...options, parser: 'markdown' }));
}

/** Puts text between the two markers of a page. */
async function quote(file: string, text: string): Promise<void> {
  const [begin, end] = ['<!-- measured: npm run bench -- --publish -->', '<!-- /measured -->'];
  const [before, rest] = (await readFile(file, 'utf8')).split(begin);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined)
    throw new Error(`${file} has no place for what is measured.`);
  await writeMarkdown(file, `${before}${begin}\n\n${text}\n\n${end}${after}`);
}

const preliminary =
  '**This page is of a short run**, with few values, without all that a full run measures, and perhaps on a busy machine.';

function pageOf(results: BenchResult[], { minutes, size }: Run): string {
  return `# Performance

<!-- Written by npm run bench -- --publish from bench/; change that instead. -->

How fast and how small this is, beside what people would use instead, and beside the floor: the least that any solution has to pay for the same. All ways of a question were measured in turn in one run, so their ratios hold on any machine, and the times on this one only. _Of the floor_ is each way's median as a multiple of the floor's; _ours to it_ is ours divided by theirs, run by run, of which the median is shown. _Where the time goes_ is the busy time of a process’s main thread by whose code it is, as V8’s profiler samples it.
${size === 'short' ? `\n${preliminary}\n` : ''}
${table(['Measured', 'on or with'], setup())}

To repeat it, on an idle machine with Linux:

\`\`\`sh
npm run bench                     # all of it, ${size === 'full' ? `in ${minutes} minutes here` : 'in some 30 minutes'}
npm run bench -- n8n-enrolling    # one file of bench/
npm run bench -- --short          # what CI runs: fails where a change has spoilt a ratio
npm run bench -- --publish        # all of it, and writes this page
\`\`\`

## Goals

${table(['', 'Against', 'Goal', 'Measured', ''], results.flatMap(goalRows))}

${results.map(sectionOf).join('\n\n')}
`;
}

function goalRows({ title, questions }: BenchResult): string[][] {
  return questions.flatMap((question) =>
    (question.goals ?? []).flatMap((goal) => {
      if (!goal.bar) return [];
      const sign = mark(question, goal);
      return [
        [
          `${title}: ${question.what}`,
          goal.against ?? '',
          barText(goal.bar),
          measuredText(question, goal),
          sign,
        ],
      ];
    }),
  );
}

function measuredText(question: Question, goal: Goal): string {
  const value = valueFor(question, goal);
  return goal.against === undefined ? `${number(value)} ${question.unit}`.trim() : ratioText(value);
}

function sectionOf({ title, about, questions, profiles = [] }: BenchResult): string {
  const drawnPlots = new Set<string>();
  const parts = questions.map((question) => {
    const { what, plot, note, goals = [] } = question;
    const isFirst = plot !== undefined && !drawnPlots.has(plot);
    if (plot !== undefined) drawnPlots.add(plot);
    const missed = goals.filter((goal) => !isWithin(valueFor(question, goal), goal.bar));
    const reasons = missed.map(
      ({ against, why }) =>
        `**Why the goal${against === undefined ? '' : ` against ${against}`} is missed:** ${why ?? 'not known yet.'}`,
    );
    return [
      ...(isFirst
        ? [`![${title}: medians, with the lowest and the highest value](images/${plotFile(plot)})`]
        : []),
      `### ${what}`,
      table(head, rowsOf(question)),
      ...(note === undefined ? [] : [note]),
      ...reasons,
    ].join('\n\n');
  });
  const profiled = profiles.map((profile) => {
    const [columns = [], ...rows] = profileRows(profile);
    return `### ${profile.what}\n\n${table(columns, rows)}`;
  });
  return [`## ${title}`, about, ...parts, ...profiled].join('\n\n');
}

function readmeOf(results: BenchResult[]): string {
  const enrolling = results.find(({ title }) => title === 'Enrolling in n8n')?.questions ?? [];
  const ratios = [
    { what: '10,000 contacts, 0 ms', than: single, words: 'one call per item' },
    {
      what: '10,000 contacts, 10 requests a second',
      than: batched,
      words: 'one call per item with n8n’s batching, where Leadterra takes 10 requests a second',
    },
    { what: '10,000 contacts, 0 ms', than: expert, words: 'an expert’s Code and HTTP Request nodes' },
  ];
  const rows = ratios.flatMap(({ what, than, words }) => {
    const question = enrolling.find((one) => one.what === what);
    const other = [question?.floor, ...(question?.peers ?? [])].find((side) => side?.name === than);
    return question && other ? [[words, times(other, question.ours)]] : [];
  });
  return `![Time to enroll 10,000 contacts in n8n, by our node and by others](${images}/${plotFile('enrolling')})

${table(['10,000 CRM contacts in n8n, beside', 'our node is as fast, times'], rows)}

Memory, the trigger, the engine alone, and where we are behind: [${page}](${page}).`;
}

/** How many times as fast the faster one is. */
function times(slower: Side, faster: Side): string {
  return number(ratio(slower, faster));
}

/** The measurement that docs/upstream-n8n.md argues with. */
function isolatesOf(results: BenchResult[]): string {
  const questions = results.find(({ title }) => title === 'The trigger')?.questions ?? [];
  return questions
    .map(
      (question) =>
        `${question.what}:\n\n${table(
          head.slice(0, 4),
          rowsOf(question).map((row) => row.slice(0, 4)),
        )}`,
    )
    .join('\n\n');
}

function table(columns: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  return [line(columns), line(columns.map(() => '---')), ...rows.map(line)].join('\n');
}
