export { cleanEmail, isValidEmail } from './clean/email';
export { type GivenFields, withGivenFields } from './given-fields';
export { languages } from './languages';
export { type Language } from './languages/language';
export { mapLead } from './map-lead';
export { type OptOutFlag, type RecordShape } from './preset';
export { type LeadSource, leadSources, presets } from './presets';
export { type MapLeadOptions, type MappedLead, type MappingIssue } from './types';
