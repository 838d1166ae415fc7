import { addressOf, blankTokens, isBlank, mergedFields } from '../input.ts';
import { type Check, takenAs, told } from './check.ts';

/** No lead is put into the campaign with a token of the copy blank, where that was not wanted. */
export const nothingBlankIsStored: Check = (run, trace) => {
  const { copy } = trace.history.settings;
  if (!copy || copy.whenMissing === 'send') return [];
  return [...trace.leadterra.held].flatMap(([address, { fields }]) => {
    if (takenAs(address, run, trace) !== 'created') return [];
    const blank = blankTokens(fields, address, copy.tokens);
    return blank.length > 0 ? [`Leadterra holds ${address} with ${blank.join(', ')} blank.`] : [];
  });
};

const hasWhole = new Set(['enrolled', 'duplicate', 'invalid']);

/** Who is enrolled is stored with all that the input knows of them, where nothing failed or was cut short. */
export const storedAsMerged: Check = (run, trace) => {
  const { history, leadterra, runs } = trace;
  const { spells, interruption, settings, leadterra: traits } = history;
  const isDisturbed =
    spells.length > 0 || interruption || settings.deadlineMs !== undefined || runs.length > 1;
  const { summary } = run;
  if (!summary || isDisturbed || traits.limit || traits.closedWith) return [];
  // In a stream, what came before a refusal or a failure is not in what is sent after it.
  const interrupted = new Set(
    told(run, trace).flatMap(({ outcome, address }) => (hasWhole.has(outcome.status) ? [] : [address])),
  );
  return told(run, trace).flatMap(({ outcome, record, address, index }) => {
    if (outcome.status !== 'enrolled' || interrupted.has(address)) return [];
    const expected = mergedFields(history.input, record.person);
    // What a later record brought may have been refused, or held back for the copy: then the run says so, as long as
    // it has not said too much already.
    const { oddities } = summary;
    if (oddities.length >= 20 || oddities.some((oddity) => oddity.includes(address))) return [];
    const fields = leadterra.held.get(addressOf(record.person))?.fields ?? new Map<string, unknown>();
    const names = new Set([...expected.keys(), ...fields.keys()]);
    return [...names].flatMap((name) =>
      fields.get(name) === expected.get(name) || (isBlank(fields.get(name)) && isBlank(expected.get(name)))
        ? []
        : [
            `Lead ${index} (${address}) is stored with ${name} = ${JSON.stringify(fields.get(name))}, not ${JSON.stringify(expected.get(name))}.`,
          ],
    );
  });
};
