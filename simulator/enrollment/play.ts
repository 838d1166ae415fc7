import type { EnrollmentInput, EnrollmentSummary, LeadOutcome } from '@leadterra/shared';

import { Chance } from '../chance.ts';
import { type Subject } from '../subject.ts';
import { VirtualTime } from '../virtual-time.ts';
import { type History } from './history.ts';
import { Host, type World } from './host.ts';
import { isReadable } from './input.ts';
import { Leadterra } from './leadterra/leadterra.ts';
import { type Trace } from './trace.ts';

/** More than the longest history that is in order needs, several times over. */
const mostEvents = 200_000;

/** Plays a history against the code under test and writes down what happened. */
export async function play(subject: Subject, history: History): Promise<Trace> {
  const time = new VirtualTime();
  const world: World = {
    history,
    time,
    chance: new Chance(history.seed ^ 0x5bd1e995),
    leadterra: new Leadterra(history.leadterra),
    remembered: new Map(),
    requests: 0,
    order: 0,
  };
  for (const { at, by } of history.clockJumps) time.in(at, () => time.setClock(by));

  const first = new Host(world, 0, history.interruption);
  const hosts = [first];
  const playing = [playRun(subject, world, first)];
  if (history.secondRun === 'at-once') {
    const other = new Host(world, 1, undefined);
    hosts.push(other);
    playing.push(playRun(subject, world, other));
  }
  await passUntilEnd(time, hosts, playing);
  if (history.secondRun === 'again') {
    const other = new Host(world, 1, undefined);
    hosts.push(other);
    await passUntilEnd(time, [other], [playRun(subject, world, other)]);
  }
  // What is still under way arrives, also after its sender has gone.
  await time.passUntil(new Promise(() => {}), mostEvents);
  const firstIndex = new Map<number, number>();
  for (const [index, record] of history.input.records.entries())
    if (isReadable(record) && !firstIndex.has(record.person)) firstIndex.set(record.person, index);
  const runs = hosts.map(({ run }) => run);
  const remembered = new Set(world.remembered.keys());
  return { history, leadterra: world.leadterra, runs, remembered, firstIndex };
}

async function passUntilEnd(time: VirtualTime, hosts: Host[], playing: Promise<void>[]): Promise<void> {
  const ending = await time.passUntil(Promise.all(playing), mostEvents);
  for (const { run } of hosts) run.ending = run.died || run.endedAt !== undefined ? 'settled' : ending;
}

async function playRun(subject: Subject, world: World, host: Host): Promise<void> {
  const { run } = host;
  const { time, history, chance } = world;
  const { transport, sleep } = host;
  const client = new subject.LeadterraClient({
    transport,
    sleep,
    now: time.clock,
    random: () => chance.next(),
  });
  const { handing, batchSize, concurrency, copy, customFieldsAs, findLeftOut, enrolledBefore, dryRun } =
    history.settings;
  const input: EnrollmentInput = {
    campaignId: 'camp_1',
    leads: host.leads(),
    onProgress: host.onProgress,
    ...(run.deadline !== undefined && { deadline: run.deadline }),
    ...(host.signal && { signal: host.signal }),
    memory: host.memory(),
    batchSize,
    concurrency,
    copy,
    customFieldsAs,
    findLeftOut,
    enrolledBefore,
    dryRun,
  };
  const enrolling = handing
    ? subject.streamEnrollment(client, input, async (settled) => {
        for (const { index, outcome } of settled) (run.outcomes[index] ??= []).push(outcome);
        if (handing.slowMs > 0) await time.sleep(handing.slowMs);
      })
    : subject.enrollLeads(client, input).then(({ outcomes, ...summary }) => {
        for (const [index, outcome] of Object.entries(outcomes)) run.outcomes[Number(index)] = [outcome];
        return summary;
      });
  await Promise.race([
    enrolling.then(
      (summary) => end({ summary }),
      (thrown: unknown) => end({ thrown }),
    ),
    host.death,
  ]);

  function end(how: { summary: EnrollmentSummary } | { thrown: unknown }): void {
    if (run.died) return;
    // A place that was left empty must not pass for an outcome.
    const outcomes = Array.from(run.outcomes, (told: LeadOutcome[] | undefined) => told ?? []);
    Object.assign(run, how, { outcomes, endedAt: time.now });
  }
}
