import { type EventEmitter } from 'node:events';
import { type DatabaseSync } from 'node:sqlite';

import { type Random } from './chance';
import { type Clock } from './clock';
import { type CampaignStore } from './database/campaigns';
import { type AttemptOutcome, type DeliveryStore } from './database/deliveries';
import { type EnrollmentStore } from './database/enrollments';
import { type LeadStore } from './database/leads';
import { type MessageStore, type SentMessage } from './database/messages';
import { type ReplyStore } from './database/replies';
import { type LoggedRequest, type RequestStore } from './database/requests';
import { type SuppressionStore } from './database/suppressions';
import { type WebhookStore } from './database/webhooks';
import { type Dialect } from './dialects/dialect';
import { type DueLoop } from './due-loop';
import { type SandboxOptions } from './options';

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
