import { EventEmitter } from 'node:events';
import { type DatabaseSync } from 'node:sqlite';

import { newId, type Random, realRandom, seededRandom } from './chance';
import { Clock } from './clock';
import { type CampaignStore, campaignStore } from './database/campaigns';
import { type AttemptOutcome, type DeliveryStore, deliveryStore } from './database/deliveries';
import { type EnrollmentStore, enrollmentStore } from './database/enrollments';
import { type LeadStore, leadStore } from './database/leads';
import { type MessageStore, messageStore, type SentMessage } from './database/messages';
import { openDatabase } from './database/open';
import { type ReplyStore, replyStore } from './database/replies';
import { type LoggedRequest, type RequestStore, requestStore } from './database/requests';
import { type SuppressionStore, suppressionStore } from './database/suppressions';
import { type WebhookStore, webhookStore } from './database/webhooks';
import { dialects } from './dialects';
import { type Dialect } from './dialects/dialect';
import { DueLoop } from './due-loop';
import { type SandboxOptions } from './options';
import { dueSends } from './sending/send';
import { dueDeliveries } from './webhooks/deliver';

/** What tests may wait for. */
export type SandboxEvents = {
  /** A request was answered, or its connection was cut. */
  request: [request: LoggedRequest];
  /** A message left, whether it bounced or not. */
  message: [message: SentMessage];
  /** A try to deliver to a webhook ended. `attempt` counts from 1. */
  attempt: [attempt: { webhookId: string; event: string; attempt: number; outcome: AttemptOutcome }];
};

/** All that routes and background work share. */
export type Workspace = {
  options: SandboxOptions;
  apiKey: string;
  dialect: Dialect;
  clock: Clock;
  random: Random;
  database: DatabaseSync;
  campaigns: CampaignStore;
  leads: LeadStore;
  enrollments: EnrollmentStore;
  suppressions: SuppressionStore;
  messages: MessageStore;
  replies: ReplyStore;
  webhooks: WebhookStore;
  deliveries: DeliveryStore;
  requests: RequestStore;
  events: EventEmitter<SandboxEvents>;
  sends: DueLoop;
  webhookDeliveries: DueLoop;
  /** Aborted when the sandbox closes. */
  closing: AbortController;
};

export function openWorkspace(options: SandboxOptions): Workspace {
  const database = openDatabase(options.database ?? ':memory:');
  const random = options.seed === undefined ? realRandom : seededRandom(options.seed);
  const clock = new Clock({ now: options.now ?? Date.now, timeScale: options.timeScale ?? 1 });
  const stores = {
    options,
    apiKey: options.apiKey ?? newId('sk_test', realRandom) + newId('', realRandom).slice(1),
    dialect: dialects[options.dialect ?? 'reference'],
    clock,
    random,
    database,
    campaigns: campaignStore(database),
    leads: leadStore(database),
    enrollments: enrollmentStore(database),
    suppressions: suppressionStore(database),
    messages: messageStore(database),
    replies: replyStore(database),
    webhooks: webhookStore(database),
    deliveries: deliveryStore(database),
    requests: requestStore(database),
    events: new EventEmitter<SandboxEvents>(),
    closing: new AbortController(),
  };
  const webhookDeliveries = new DueLoop(dueDeliveries(stores), clock);
  const sends = new DueLoop(dueSends({ ...stores, webhookDeliveries }), clock);
  return { ...stores, sends, webhookDeliveries };
}

/** Resolves when neither a send nor a delivery is due or under way. */
export async function settled({ sends, webhookDeliveries }: Workspace): Promise<void> {
  while (sends.busy !== null || webhookDeliveries.busy !== null) {
    await Promise.all([sends.busy, webhookDeliveries.busy]);
  }
}

/** Moves the clock forward, stopping at everything that falls due on the way, so that it happens at its own time. */
export async function advance(workspace: Workspace, ms: number): Promise<void> {
  const { clock, sends, webhookDeliveries } = workspace;
  const target = clock.now() + ms;
  for (;;) {
    await settled(workspace);
    const due = [sends.nextDue(), webhookDeliveries.nextDue()].filter((at) => at !== null && at <= target);
    clock.skipTo(due.length === 0 ? target : Math.min(...due.map((at) => at ?? target)));
    sends.nudge();
    webhookDeliveries.nudge();
    if (due.length === 0) break;
  }
  await settled(workspace);
}
