import { type Acts, type Fault } from '../history.ts';
import { type Answer } from './wire.ts';

/** What a request that meets a fault ends with. `silence` lasts until the sender's patience is over. */
export type Ended =
  | { kind: 'answer'; status: number; headers: Record<string, string>; body: unknown }
  | { kind: 'no-answer'; code: string }
  | { kind: 'silence' };

/** How far a request is carried out that meets this fault. */
export function actsIn(fault: Fault | undefined): Acts {
  switch (fault?.kind) {
    case 'refused-connection':
    case 'too-many':
    case 'final':
      return 'no';
    case 'unavailable':
      return asksToWait(fault.retryAfter) ? 'no' : fault.acts;
    case 'reset':
    case 'timeout':
    case 'server-error':
    case 'html':
    case 'truncated':
    case 'empty':
      return fault.acts;
    case 'odd-counts':
    case 'slow':
    case undefined:
      return 'yes';
  }
}

function asksToWait(retryAfter = ''): boolean {
  return retryAfter === 'in-a-minute' || Number(retryAfter) > 0;
}

/** How a request ends that meets this fault; `answer` is what it would have got, `sent` how many leads it held. */
export function endOf(fault: Fault | undefined, answer: Answer, sent: number, clock: number): Ended {
  switch (fault?.kind) {
    case 'refused-connection':
      return { kind: 'no-answer', code: 'ECONNREFUSED' };
    case 'reset':
      return { kind: 'no-answer', code: 'ECONNRESET' };
    case 'timeout':
      return { kind: 'silence' };
    case 'server-error':
      return answered(fault.status, '<html>Bad gateway</html>');
    case 'unavailable':
      return answered(503, { message: 'Try later.' }, retryAfterHeader(fault.retryAfter, clock));
    case 'too-many':
      return answered(429, { code: 'rate_limited' }, retryAfterHeader(fault.retryAfter, clock));
    case 'final':
      return answered(fault.status, { message: 'Not here, not now.' });
    case 'html':
      return answered(200, '<!doctype html><title>Welcome</title>');
    case 'truncated':
      return answered(200, JSON.stringify(answer.body).slice(0, -2));
    case 'empty':
      return answered(200, '');
    case 'odd-counts':
      return answered(
        answer.status,
        answer.status === 200 ? withOddCounts(answer.body, fault.how, sent) : answer.body,
      );
    case 'slow':
    case undefined:
      return answered(answer.status, answer.body);
  }
}

function answered(status: number, body: unknown, headers: Record<string, string> = {}): Ended {
  return { kind: 'answer', status, headers, body };
}

function retryAfterHeader(spelling: string | undefined, clock: number): Record<string, string> {
  switch (spelling) {
    case undefined:
      return {};
    case 'past':
      return { 'retry-after': new Date(clock - 60_000).toUTCString() };
    case 'in-a-minute':
      return { 'retry-after': new Date(clock + 60_000).toUTCString() };
    default:
      return { 'retry-after': spelling };
  }
}

type Oddity = Extract<Fault, { kind: 'odd-counts' }>['how'];

/** The answer with counts of which somebody who looks can tell that they are not right. */
function withOddCounts(body: unknown, how: Oddity, sent: number): unknown {
  if (typeof body !== 'object' || body === null) return body;
  for (const envelope of ['data', 'result']) {
    const inner: unknown = Reflect.get(body, envelope);
    if (inner !== undefined) return { ...body, [envelope]: withOddCounts(inner, how, sent) };
  }
  const counts = new Map(Object.entries(body));
  const [isNew, whole] = counts.has('created') ? ['created', 'enrolled'] : ['enrolled', 'total'];
  const number = (name: string) => Number(counts.get(name) ?? 0);
  switch (how) {
    case 'one-too-many':
      counts.set(isNew, sent + 1 - number('updated') - number('skipped'));
      if (counts.has(whole)) counts.set(whole, number(isNew) + number('updated'));
      break;
    case 'one-wrong':
      // Without a sum beside it, nobody could tell.
      if (counts.has(whole)) counts.set(isNew, number(isNew) + 1);
      break;
    case 'total':
      counts.set(whole, number(isNew) + number('updated') + 1);
      break;
    case 'negative':
      counts.set('updated', -1);
      break;
    case 'text':
      counts.set(isNew, `${number(isNew)} leads`);
      break;
    case 'missing':
      counts.delete('updated');
      break;
    case 'null':
      counts.set(isNew, null);
  }
  return Object.fromEntries(counts);
}
