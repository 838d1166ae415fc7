import { batchLimit } from './batch-limit';
import { bodyLimit } from './body-limit';
import { campaignDeleted } from './campaign-deleted';
import { campaignRefused } from './campaign-refused';
import { connectionClosed } from './connection-closed';
import { echoKey } from './echo-key';
import { endlessBody } from './endless-body';
import { type Fault } from './fault';
import { htmlPage } from './html-page';
import { keyRevoked } from './key-revoked';
import { latency } from './latency';
import { none } from './none';
import {
  bulkCountsAsText,
  bulkCountsNegative,
  bulkCountsTooHigh,
  bulkEmpty,
  bulkUnknownIndexes,
} from './odd-bulk-answer';
import { positionsFrom0, positionsFrom1 } from './positions';
import { rateLimitDate, rateLimitSeconds } from './rate-limit';
import { resetAfterActing } from './reset-after-acting';
import { resetBeforeReading } from './reset-before-reading';
import { retryAfterNegative, retryAfterPast, retryAfterSeconds } from './retry-after';
import { gatewayStatus, status } from './status';
import { truncatedJson } from './truncated-json';
import {
  unprocessableByEmail,
  unprocessableByIndex,
  unprocessableByPath,
  unprocessableUnnamed,
} from './unprocessable';
import { workspaceNotFound } from './workspace-not-found';

/** Every fault by its name; a new one is one file and one line here. */
export const faults: ReadonlyMap<string, Fault> = new Map([
  ['none', none],
  ['latency', latency],
  ['rate-limit', rateLimitSeconds],
  ['rate-limit-date', rateLimitDate],
  ['retry-after', retryAfterSeconds],
  ['retry-after-negative', retryAfterNegative],
  ['retry-after-past', retryAfterPast],
  ['status-429', status(429, 'rate_limited', 1)],
  ['status-500', status(500, 'internal_error', 0)],
  ['status-502', gatewayStatus(502)],
  ['status-503', gatewayStatus(503)],
  ['status-504', gatewayStatus(504)],
  ['connection-closed', connectionClosed],
  ['reset-before-reading', resetBeforeReading],
  ['reset-after-acting', resetAfterActing],
  ['truncated-json', truncatedJson],
  ['echo-key', echoKey],
  ['html-page', htmlPage],
  ['endless-body', endlessBody],
  ['key-revoked', keyRevoked],
  ['workspace-not-found', workspaceNotFound],
  ['campaign-deleted', campaignDeleted],
  ['batch-limit-413', batchLimit(413)],
  ['batch-limit-400', batchLimit(400)],
  ['body-limit', bodyLimit],
  ['campaign-refused', campaignRefused],
  ['positions-from-0', positionsFrom0],
  ['positions-from-1', positionsFrom1],
  ['unprocessable-by-index', unprocessableByIndex],
  ['unprocessable-by-email', unprocessableByEmail],
  ['unprocessable-by-path', unprocessableByPath],
  ['unprocessable-unnamed', unprocessableUnnamed],
  ['bulk-empty', bulkEmpty],
  ['bulk-counts-too-high', bulkCountsTooHigh],
  ['bulk-counts-negative', bulkCountsNegative],
  ['bulk-counts-as-text', bulkCountsAsText],
  ['bulk-unknown-indexes', bulkUnknownIndexes],
]);
