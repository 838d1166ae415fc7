export { endpoints } from './endpoints';
export { type FaultPlan } from './faults/plan';
export { type AddressMatch, type SandboxOptions } from './options';
export { type Sandbox, startSandbox } from './sandbox';
export { webhookEventNames } from './webhooks/events';
export { type SandboxEvents } from './workspace';
