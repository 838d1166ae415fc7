import { withoutSome } from '../shrink.ts';
import { type History, type InputRecord, type LeadterraTraits, type Settings } from './history.ts';

/** The histories that are like this one with something left out or made plain. */
export function* smallerHistories(history: History): Generator<History> {
  const { input, spells, settings, leadterra, clockJumps } = history;
  for (const key of ['secondRun', 'interruption', 'shape'] as const)
    if (history[key] !== undefined) yield { ...history, [key]: undefined };
  if (clockJumps.length > 0) yield { ...history, clockJumps: [] };
  for (const records of withoutSome(input.records)) yield { ...history, input: { ...input, records } };
  for (const fewer of withoutSome(spells)) yield { ...history, spells: fewer };
  for (const [place, spell] of spells.entries())
    if (spell.count > 1) yield { ...history, spells: spells.with(place, { ...spell, count: 1 }) };
  for (const smaller of smallerSettings(settings)) yield { ...history, settings: smaller };
  for (const smaller of plainerTraits(leadterra)) yield { ...history, leadterra: smaller };
  if (input.as !== 'list') yield { ...history, input: { ...input, as: 'list' } };
  if (input.readingMs > 0) yield { ...history, input: { ...input, readingMs: 0 } };
  for (const [place, record] of input.records.entries())
    for (const plainer of plainerRecords(record))
      yield { ...history, input: { ...input, records: input.records.with(place, plainer) } };
}

function* smallerSettings(settings: Settings): Generator<Settings> {
  for (const key of [
    'batchSize',
    'concurrency',
    'copy',
    'customFieldsAs',
    'findLeftOut',
    'deadlineMs',
    'handing',
    'memory',
    'enrolledBefore',
    'dryRun',
    'lastWait',
  ] as const)
    if (settings[key] !== undefined) yield { ...settings, [key]: undefined };
}

function* plainerTraits(traits: LeadterraTraits): Generator<LeadterraTraits> {
  if (traits.limit) yield { ...traits, limit: undefined };
  if (traits.closedWith) yield { ...traits, closedWith: undefined };
  for (const people of ['bad', 'suppressed', 'known'] as const)
    for (const fewer of withoutSome(traits[people])) yield { ...traits, [people]: fewer };
  const plain = {
    latencyMs: 0,
    sameWords: true,
    envelope: 'as-documented',
    dialect: 'reference',
    names: 'email',
    refusal: 'whole-422',
  } as const;
  for (const [key, value] of Object.entries(plain))
    if (Reflect.get(traits, key) !== value) yield { ...traits, [key]: value };
}

function* plainerRecords(record: InputRecord): Generator<InputRecord> {
  if (record.kind !== 'plain') yield { ...record, kind: 'plain' };
  for (const key of ['customFields', 'padding', 'badTitle', 'firstName', 'company'] as const)
    if (record[key] !== undefined) yield { ...record, [key]: undefined };
}
