import { isReadable } from '../input.ts';
import { type Check, told, untrue } from './check.ts';

/** After so many refused alone with the same words, it may be that they are not about the leads. */
const manyRefused = 3;

/** Where nothing goes wrong, everybody gets the outcome that is theirs: not even doubt is allowed without a reason. */
export const calmEndsWell: Check = (run, trace) => {
  const { history, leadterra, runs } = trace;
  const { leadterra: traits, settings, input } = history;
  const isCalm = history.spells.length === 0 && !history.interruption && history.clockJumps.length === 0;
  if (settings.dryRun) return [];
  if (!isCalm || settings.deadlineMs !== undefined || runs.length > 1 || traits.limit || traits.closedWith)
    return [];
  if (traits.sameWords && refused() >= manyRefused) return [];

  const isDraft = traits.campaign === 'draft';
  const mayFind = { auto: isDraft && traits.tellsStatus, always: true, never: false }[
    settings.findLeftOut ?? 'auto'
  ];
  const someLeftOut = input.records.some(({ person }) => traits.suppressed.includes(person));
  const saysWho = traits.refusal !== 'errors-in-200' || traits.names === 'email' || refused() === 0;
  const mayDoubt = (someLeftOut && !mayFind) || (!saysWho && !mayFind);
  return told(run, trace).flatMap((one) => {
    const { outcome, address, record } = one;
    if (['duplicate', 'invalid', 'incomplete', 'unchanged'].includes(outcome.status)) return [];
    const isBad = input.records.some(
      (other) => other.person === record.person && other.badTitle && isReadable(other),
    );
    const proper =
      isBad || leadterra.refuses({ address, fields: new Map() })
        ? 'rejected'
        : leadterra.suppresses(address)
          ? 'left_out'
          : 'enrolled';
    if (outcome.status === proper || (isBad && input.as !== 'list')) return [];
    return mayDoubt && outcome.status === 'unconfirmed'
      ? []
      : [untrue(one, `nothing kept it from being ${proper}`)];
  });

  function refused(): number {
    return input.records.filter(({ person, badTitle }) => badTitle || traits.bad.includes(person)).length;
  }
};
