import { type Part } from '../part.ts';
import { shrink, withoutSome } from '../shrink.ts';
import { deliveryViolations } from './checks.ts';
import { type DeliveryHistory, type Fate, generateDeliveries } from './history.ts';
import { playDeliveries } from './play.ts';

export const triggerPart: Part = {
  name: 'trigger',
  violations: async (subject, seed) =>
    deliveryViolations(await playDeliveries(subject, generateDeliveries(seed))),
  explain: async (subject, seed, check) => {
    const fails = async (history: DeliveryHistory) =>
      deliveryViolations(await playDeliveries(subject, history)).some(
        (violation) => violation.check === check,
      );
    const { history, events, log } = await playDeliveries(
      subject,
      await shrink(generateDeliveries(seed), smaller, fails),
    );
    return [
      `${history.events.length} events, ${history.processes === 1 ? 'one process' : 'two processes'}.`,
      ...log,
      ...events.map(
        ({ runs, isAnswered }, event) =>
          `Event ${event}: ${runs.length} runs, ${isAnswered ? 'answered' : 'not answered'}.`,
      ),
    ];
  },
};

const uneventful: Fate = { process: 0, workMs: 10, startFails: false, answerMs: 1, hangsUp: false };

function* smaller(history: DeliveryHistory): Generator<DeliveryHistory> {
  for (const events of withoutSome(history.events)) yield { ...history, events };
  for (const doubled of withoutSome(history.doubled)) yield { ...history, doubled };
  for (const restarts of withoutSome(history.restarts)) yield { ...history, restarts };
  if (history.processes === 2)
    yield { ...history, processes: 1, fates: history.fates.map((fate) => ({ ...fate, process: 0 })) };
  for (const [place, fate] of history.fates.entries())
    if (fate !== uneventful) yield { ...history, fates: history.fates.with(place, uneventful) };
}
