export { actions } from './actions';
export {
  type Action,
  defineAction,
  type Given,
  type OutputField,
  type Result,
  titleOf,
} from './actions/action';
export { campaign as campaignField } from './actions/campaign';
export { createCampaign } from './actions/create-campaign';
export * as fields from './actions/field';
export { type Choices, type Field, pageAddress } from './actions/field';
export { absentIfBlank, asText, parseInput, schemaOf } from './actions/input';
export { tokenFields } from './actions/token-fields';
export { type CallOptions, LeadterraClient, type LeadterraClientOptions } from './api/client';
export {
  invalidInput,
  LeadterraError,
  type LeadterraErrorKind,
  redact,
  type RefusedItem,
} from './api/errors';
export { type CreateCampaignInput } from './api/operations/create-campaign';
export { type CustomFieldsAs } from './api/operations/upsert-leads';
export { defaultRetryPolicy, type RetryPolicy } from './api/retry';
export { type CampaignStatus, type SequenceStep } from './api/schemas/campaign';
export { type Reply } from './api/schemas/reply';
export { type SenderAccount, type SenderPool } from './api/schemas/sender';
export { type RegisteredWebhook } from './api/schemas/webhook';
export {
  defaultBaseUrl,
  isLoopback,
  maxResponseBytes,
  parseBaseUrl,
  parseJsonOrText,
  type Transport,
  type TransportRequest,
  type TransportResponse,
} from './api/transport';
export { enrollLeads, streamEnrollment } from './enrollment/enroll-leads';
export {
  type CopyRule,
  defaultBatchSize,
  defaultConcurrency,
  type EnrollmentInput,
} from './enrollment/input';
export {
  type EnrollmentProgress,
  type EnrollmentReport,
  type EnrollmentSummary,
  type EnrollmentTotals,
  type LeadOutcome,
  type SettledLead,
} from './enrollment/report';
export { type CustomValue, type Lead } from './lead';
export {
  cleanEmail,
  type GivenFields,
  headerSynonyms,
  isValidEmail,
  type LeadSource,
  leadSources,
  mapLead,
  type MapLeadOptions,
  type MappedLead,
  type MappingIssue,
  type OptOutFlag,
  presets,
  type RecordShape,
  withGivenFields,
} from './mapping';
export { checkCopy, type CopyCheck } from './personalization/copy-check';
export {
  missingTokens,
  readTokens,
  standardTokens,
  tokensIn,
  toUpstreamTokens,
} from './personalization/tokens';
export {
  parseWebhookEvent,
  type WebhookEvent,
  webhookEventKey,
  type WebhookEventName,
  webhookEvents,
} from './webhooks/events';
export {
  assertReachableWebhookUrl,
  isSameRegistration,
  type WebhookRegistration,
} from './webhooks/registration';
export { signatureHeader, verifyWebhookSignature } from './webhooks/signature';
