import * as z from 'zod/mini';

import { excerpt, type RefusedItem } from '../../error';
import { enveloped } from '../envelope';
import { refusedItems } from '../errors/refused-items';
import { count } from './lenient';

/** What the API says of a batch of leads. A count that it does not tell is undefined, never 0. */
export type BulkUpsertAnswer = {
  created?: number;
  updated?: number;
  /** Left out because they are on the suppression list. */
  skipped?: number;
  /** New and updated ones together. */
  total?: number;
  /** Leads that a 2xx answer refuses all the same. */
  refused: RefusedItem[];
  /** What in the answer cannot be right, for people to read. */
  oddities: string[];
};

const countNames = ['created', 'enrolled', 'updated', 'skipped', 'total'] as const;
type CountName = (typeof countNames)[number];

/**
 * Reads the three documented answers: `{enrolled, updated, total}`, `{data: {created, updated, enrolled, errors}}`
 * and `{enrolled, updated, skipped}`. `enrolled` counts new leads, except where `created` stands beside it: there
 * it counts new and updated ones.
 */
export const bulkUpsertAnswer = z.pipe(
  enveloped(
    ['result'],
    z
      .looseObject({})
      .check(
        z.refine((answer) => Array.isArray(answer['errors']) || countNames.some((name) => name in answer)),
      ),
  ),
  z.transform((answer): BulkUpsertAnswer => {
    const oddities: string[] = [];
    const counts: Partial<Record<CountName, number>> = {};
    for (const name of countNames) {
      const value = answer[name];
      counts[name] = count.parse(value);
      if (counts[name] === undefined && value !== undefined && value !== null)
        oddities.push(`"${name}" is ${excerpt(JSON.stringify(value), 30)}, not a count`);
    }
    // Only where `created` stands beside it, `enrolled` counts the updated ones too.
    const isSplit = 'created' in answer;
    const created = isSplit ? counts.created : counts.enrolled;
    const total = isSplit ? counts.enrolled : counts.total;
    const { updated, skipped } = counts;
    return { created, updated, skipped, total, refused: refusedItems(answer['errors']), oddities };
  }),
);
