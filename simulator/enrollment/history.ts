/**
 * Everything that a simulated run meets, as plain data: it can be printed, and shrinks by leaving parts of it out.
 * A seed makes one, and with it all chance during the run. People are numbers; times are milliseconds.
 */
export type History = {
  seed: number;
  /** One of the large histories, whose number of requests is bounded by name. */
  shape?: LargeShape;
  input: Input;
  leadterra: LeadterraTraits;
  /** What goes wrong with requests, by their number from 0, across all runs. */
  spells: Spell[];
  clockJumps: { at: number; by: number }[];
  settings: Settings;
  interruption?: Interruption;
  /** `again`: the same leads once more after the first run has ended or was cut; `at-once`: two runs beside each other. */
  secondRun?: 'again' | 'at-once';
};

export type LargeShape =
  | 'one bad lead among 250'
  | 'one huge lead among 10,000'
  | 'a closed campaign and 10,000 leads'
  | 'four suppressed among 200'
  | 'a long stream with repetitions';

export type Input = {
  records: InputRecord[];
  as: 'list' | 'stream' | 'async-stream';
  /** The longest time that an asynchronous stream takes for a lead. */
  readingMs: number;
};

/** One lead as somebody hands it in. */
export type InputRecord = {
  person: number;
  /** `hostile` throws when it is looked at; `nobody` has no address that can be read. */
  kind: 'plain' | 'shouted' | 'spaced' | 'nobody' | 'hostile';
  firstName?: string;
  company?: string;
  /** What Leadterra refuses in a lead that has it. */
  badTitle?: true;
  customFields?: Record<string, string | number | boolean>;
  /** So many characters of text more. */
  padding?: number;
};

export type LeadterraTraits = {
  campaign: 'draft' | 'running';
  /** Whether the statistics of a campaign tell its status. */
  tellsStatus: boolean;
  dialect: 'reference' | 'concept' | 'guide';
  envelope: 'as-documented' | 'bare' | 'data' | 'result' | 'data-result';
  /** People whom it refuses. */
  bad: number[];
  suppressed: number[];
  /** In the campaign before anything happens. */
  known: number[];
  refusal: Refusal;
  names: 'email' | 'position-from-0' | 'position-from-1' | 'path' | 'nothing';
  /** It gives every lead that it refuses these words, instead of words of its own. */
  sameWords: boolean;
  limit?: { leads?: number; bytes?: number; status: 413 | 400 | 422 };
  /** It takes no leads in this campaign, whoever they are. */
  closedWith?: 422 | 400 | 404 | 401;
  latencyMs: number;
};

/** What it does with a batch that has a lead it refuses: nothing (a status), or all but that lead (`errors` in a 200). */
type Refusal = 'whole-422' | 'whole-400' | 'all-but-422' | 'errors-in-200';

export type Acts = 'no' | 'half' | 'yes';

export type Fault =
  | { kind: 'refused-connection' }
  | { kind: 'reset'; acts: Acts }
  | { kind: 'timeout'; acts: Acts }
  | { kind: 'server-error'; status: 500 | 502 | 504; acts: Acts }
  /** With a wait to keep, it has not acted. */
  | { kind: 'unavailable'; retryAfter?: string; acts: Acts }
  | { kind: 'too-many'; retryAfter?: string }
  /** A status that no second try changes. */
  | { kind: 'final'; status: 409 | 501 }
  | { kind: 'html' | 'truncated' | 'empty'; acts: 'no' | 'yes' }
  | {
      kind: 'odd-counts';
      how: 'one-too-many' | 'one-wrong' | 'total' | 'negative' | 'text' | 'missing' | 'null';
    }
  | { kind: 'slow'; ms: number };

/** A fault of `count` requests in a row. A count of `forever` does not end. */
export type Spell = { from: number; count: number; fault: Fault };
export const forever = 1_000_000;

export type Settings = {
  batchSize?: number;
  concurrency?: number;
  copy?: { tokens: string[]; whenMissing: 'send' | 'skip' | 'stop' };
  customFieldsAs?: 'nested';
  findLeftOut?: 'auto' | 'always' | 'never';
  /** After the beginning of the run. */
  deadlineMs?: number;
  /** A memory that all runs share. One that is `full` remembers nothing more, and says so. */
  memory?: 'kept' | 'full';
  enrolledBefore?: 'send_changed' | 'skip';
  dryRun?: true;
  /** Whether outcomes are taken as they come, and how long that takes. */
  handing?: { slowMs: number };
  /** The wait, counted from 0, from which on the program can wait no more. */
  lastWait?: number;
};

/** What ends the first run before its time; `host-dies` ends it without a word to anybody. */
export type Interruption = {
  what: 'abort' | 'host-dies';
  at: { moment: 'time' | 'request' | 'answer' | 'sleep' | 'progress' | 'reading'; number: number };
};
