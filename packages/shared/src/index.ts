export { actions } from './actions';
export { type Action, defineAction, type OutputField, type Result, titleOf } from './actions/action';
export { campaign as campaignField } from './actions/campaign';
export { campaignChoices } from './actions/campaign';
export { createCampaign } from './actions/create-campaign';
export * as fields from './actions/field';
export { type Choice, type Choices, type Field, pageAddress } from './actions/field';
export { followUpOutput } from './actions/follow-up';
export { threadOutput, threadStatuses } from './actions/inbox-thread';
export { absentIfBlank, asText, parseInput, schemaOf } from './actions/input';
export { type Given, readInput } from './actions/read-input';
export { classification as classificationField, classifications, isClassified } from './actions/reply';
export { sdrChoices } from './actions/sdr';
export { tokenFields } from './actions/token-fields';
export { type CallerOptions, type CallOptions } from './api/caller';
export { LeadterraClient } from './api/client';
export { endingInTime } from './api/ending-in-time';
export { type CreateCampaignInput } from './api/operations/create-campaign';
export { type SuppressionOutcome, type SuppressionReport } from './api/operations/suppress-emails';
export { type CustomFieldsAs } from './api/operations/upsert-leads';
export { defaultRetryPolicy, type RetryPolicy } from './api/retry';
export { type Assignment } from './api/schemas/assignment';
export { type CampaignStatus, type SequenceStep } from './api/schemas/campaign';
export { type Guardrails, type SentDraft } from './api/schemas/draft';
export { type FollowUp } from './api/schemas/follow-up';
export { type InboxThread } from './api/schemas/inbox-thread';
export { type Reply } from './api/schemas/reply';
export { type Sdr } from './api/schemas/sdr';
export { type SenderAccount, type SenderPool } from './api/schemas/sender';
export { type RegisteredWebhook } from './api/schemas/webhook';
export {
  maxResponseBytes,
  type Transport,
  type TransportRequest,
  type TransportResponse,
} from './api/transport';
export { withoutSecret } from './api/without-secret';
export { defaultBaseUrl, isLoopback, parseBaseUrl } from './base-url';
export { checkCopy, checkTokens, type CopyCheck } from './copy/copy-check';
export { type EmailCopy, gapsIn, type PreviewedEmail, previewEmails } from './copy/preview';
export { missingTokens, renderCopy, withFallbacks } from './copy/render';
export { parseToken, readTokens, tokensIn, toUpstreamTokens } from './copy/tokens';
export { enrollEntries, type EntriesInput } from './enrollment/enroll-entries';
export { enrollLeads, streamEnrollment } from './enrollment/enroll-leads';
export { enrollRecords, streamRecords } from './enrollment/enroll-records';
export {
  type CopyRule,
  defaultBatchSize,
  defaultConcurrency,
  type EnrollmentInput,
  type EnrollmentSettings,
  type RecordsInput,
} from './enrollment/input';
export { type EnrollmentMemory, type RememberedLead } from './enrollment/memory';
export { type PreviewedRecord, type PreviewInput, previewRecords } from './enrollment/preview-records';
export { type ReadEntry, readLead } from './enrollment/read-entry';
export {
  type EnrollmentProgress,
  type EnrollmentReport,
  type EnrollmentSummary,
  type EnrollmentTotals,
  type LeadOutcome,
  type SettledLead,
} from './enrollment/report';
export { invalidInput, LeadterraError, type LeadterraErrorKind, redact, type RefusedItem } from './error';
export { parseJsonOrText, stringAt } from './json';
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
  isValidEmail,
  type Language,
  languages,
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
export { orElse, orUnknown } from './or-else';
export {
  parseWebhookEvent,
  sampleEvents,
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
