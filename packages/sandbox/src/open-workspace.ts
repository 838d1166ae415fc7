import { EventEmitter } from 'node:events';

import { newId, realRandom, seededRandom } from './chance';
import { Clock } from './clock';
import { campaignStore } from './database/campaigns';
import { deliveryStore } from './database/deliveries';
import { enrollmentStore } from './database/enrollments';
import { leadStore } from './database/leads';
import { messageStore } from './database/messages';
import { openDatabase } from './database/open';
import { replyStore } from './database/replies';
import { requestStore } from './database/requests';
import { suppressionStore } from './database/suppressions';
import { webhookStore } from './database/webhooks';
import { dialects } from './dialects';
import { DueLoop } from './due-loop';
import { type SandboxOptions } from './options';
import { dueSends } from './sending/send';
import { dueDeliveries } from './webhooks/deliver';
import { type SandboxEvents, type Workspace } from './workspace';

/** Opens the database and all that works on it. `moreTables` is the SQL of tables that endpoints bring. */
export function openWorkspace(options: SandboxOptions, moreTables: string[]): Workspace {
  const database = openDatabase(options.database ?? ':memory:', moreTables);
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
