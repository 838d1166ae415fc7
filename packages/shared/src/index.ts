export { type CallerOptions, type CallOptions } from './api/caller';
export { LeadterraClient } from './api/client';
export { type CreateCampaignInput } from './api/operations/create-campaign';
export { type SuppressionOutcome, type SuppressionReport } from './api/operations/suppress-emails';
export { type CustomFieldsAs } from './api/operations/upsert-leads';
export { defaultRetryPolicy, type RetryPolicy } from './api/retry';
export { type CampaignStatus, type SequenceStep } from './api/schemas/campaign';
export { type Reply } from './api/schemas/reply';
export { type SenderAccount, type SenderPool } from './api/schemas/sender';
export { type RegisteredWebhook } from './api/schemas/webhook';
export {
  defaultBaseUrl,
  endingInTime,
  isLoopback,
  maxResponseBytes,
  parseBaseUrl,
  parseJsonOrText,
  type Transport,
  type TransportRequest,
  type TransportResponse,
  withoutSecret,
} from './api/transport';
export { type CapacityCheck, checkCapacity } from './campaigns/check-capacity';
export {
  type BounceCheck,
  defaultBounceLimit,
  pauseIfBounceRateIsHigh,
} from './campaigns/pause-if-bounce-rate-is-high';
export { checkCopy, type CopyCheck } from './copy/copy-check';
export { missingTokens, renderCopy, tokensIn, toUpstreamTokens } from './copy/tokens';
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
export { invalidInput, LeadterraError, type LeadterraErrorKind, redact, type RefusedItem } from './error';
export {
  type CustomValue,
  isLeadField,
  type Lead,
  type LeadField,
  leadFields,
  type OptionalLeadField,
  optionalLeadFields,
  perLeadField,
} from './lead';
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
