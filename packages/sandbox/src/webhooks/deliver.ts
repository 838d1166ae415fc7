import { type AttemptOutcome, type Delivery } from '../database/deliveries';
import { type DueWork } from '../due-loop';
import { type Workspace } from '../workspace';
import { signature } from './signature';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

/**
 * The documented retries. Whether they count from the first failure or from the previous try is said of the first
 * only; here each counts from the try before it. What follows the fifth is not documented: the delivery has failed.
 */
const retryDelaysMs = [minute, 5 * minute, 30 * minute, 2 * hour, 8 * hour];

/** The documented time to answer, in sandbox time, and the real time that even the fastest clock leaves. */
const answerLimitMs = 10 * second;
const shortestRealLimitMs = second;

const parallelDeliveries = 32;

type DeliveryParts = Pick<Workspace, 'deliveries' | 'clock' | 'options' | 'events' | 'closing'>;

/** The webhook deliveries that are due, as work for a loop. */
export function dueDeliveries(parts: DeliveryParts): DueWork {
  return {
    nextDue: () => parts.deliveries.nextDue(),
    runDue: async (now) => {
      const due = parts.deliveries.due(now, parallelDeliveries);
      await Promise.all(due.map((delivery) => attempt(parts, delivery)));
    },
  };
}

async function attempt({ deliveries, clock, options, events, closing }: DeliveryParts, delivery: Delivery) {
  const { timeScale } = clock;
  const limit = timeScale === 0 ? answerLimitMs : Math.max(answerLimitMs / timeScale, shortestRealLimitMs);
  const at = clock.now();
  const outcome = await post(
    delivery,
    signature(delivery.body, delivery.secret, options.signatureEncoding ?? 'hex'),
    AbortSignal.any([AbortSignal.timeout(limit), closing.signal]),
  );
  // A try that the sandbox itself broke off is none: it is made again when the database is opened again.
  if (closing.signal.aborted) return;
  const retryDelay = retryDelaysMs[delivery.attempts];
  if ('status' in outcome && outcome.status >= 200 && outcome.status < 300) {
    deliveries.record(delivery, at, outcome, 'delivered', null);
  } else if (retryDelay === undefined) {
    deliveries.record(delivery, at, outcome, 'failed', null);
  } else {
    deliveries.record(delivery, at, outcome, 'pending', clock.now() + retryDelay);
  }
  const { webhookId, event, attempts } = delivery;
  events.emit('attempt', { webhookId, event, attempt: attempts + 1, outcome });
}

async function post(delivery: Delivery, signed: string, signal: AbortSignal): Promise<AttemptOutcome> {
  try {
    const response = await fetch(delivery.url, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'content-type': 'application/json', 'x-leadterra-signature': signed },
      body: delivery.body,
      signal,
    });
    await response.body?.cancel();
    return { status: response.status };
  } catch (error) {
    return { error: reason(error) };
  }
}

/** fetch says only "fetch failed"; why stands in the cause. */
function reason(error: unknown): string {
  if (typeof error !== 'object' || error === null) return String(error);
  if ('cause' in error && error.cause !== undefined) return reason(error.cause);
  return 'message' in error ? String(error.message) : 'unknown failure';
}
