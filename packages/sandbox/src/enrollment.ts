import { isScalar } from './database/leads';
import { inTransaction } from './database/open';
import { type Campaign, type Lead } from './domain';
import { describeProblem, InvalidInput, type SchemaProblem } from './http/problems';
import { matches, type SandboxOptions } from './options';
import { type Workspace } from './workspace';

/** A lead as it came: of any shape where the validator complained about it. */
export type GivenLead = Record<string, unknown>;

export type RefusedLead = {
  index: number;
  email?: string;
  message: string;
};

export type EnrollmentResult = {
  newToWorkspace: number;
  knownToWorkspace: number;
  newToCampaign: number;
  knownToCampaign: number;
  suppressed: number;
  refused: RefusedLead[];
};

/** Where the validator's path points to a lead: its index, and the place inside it. */
const leadPath = /^\/leads\/(\d+)\/?(.*)$/;

/** Throws the 400 for a request that is at fault as a whole, not in single leads. */
export function refuseBadRequest(problems: SchemaProblem[]): void {
  if (problems.some(({ instancePath }) => !leadPath.test(instancePath)))
    throw new InvalidInput(problems, 'body');
}

/** The leads that fail validation, one entry each: those the validator names, and those whose address is told to. */
export function refusedLeads(
  leads: GivenLead[],
  problems: SchemaProblem[],
  reject: SandboxOptions['reject'] = [],
): RefusedLead[] {
  const refused = new Map<number, RefusedLead>();
  for (const problem of problems) {
    const [, index, path] = leadPath.exec(problem.instancePath) ?? [];
    addRefusal(refused, leads, Number(index), describeProblem(problem, path));
  }
  leads.forEach((lead, index) => {
    const email = emailOf(lead)?.toLowerCase();
    if (email !== undefined && (email.startsWith('rejected') || matches(email, reject))) {
      addRefusal(refused, leads, index, 'email: the address is told to be refused');
    }
  });
  return [...refused.values()].sort((a, b) => a.index - b.index);
}

function addRefusal(refused: Map<number, RefusedLead>, leads: GivenLead[], index: number, message: string) {
  if (refused.has(index)) return;
  const email = emailOf(leads[index]);
  refused.set(index, { index, ...(email === undefined ? {} : { email }), message });
}

function emailOf(lead: unknown): string | undefined {
  if (typeof lead !== 'object' || lead === null || !('email' in lead)) return undefined;
  return typeof lead.email === 'string' ? lead.email : undefined;
}

/** A valid lead in the one form in which it is stored, wherever its custom fields stood. */
export function toLead(given: GivenLead): Lead {
  const { email, firstName, lastName, company, jobTitle, ...extra } = given;
  const lead: Lead = { email: String(email).toLowerCase(), customFields: {} };
  if (typeof firstName === 'string') lead.firstName = firstName;
  if (typeof lastName === 'string') lead.lastName = lastName;
  if (typeof company === 'string') lead.company = company;
  if (typeof jobTitle === 'string') lead.jobTitle = jobTitle;
  const nested = extra['customFields'];
  const fields = typeof nested === 'object' ? { ...extra, ...nested } : extra;
  for (const [name, value] of Object.entries(fields)) {
    if (isScalar(value)) lead.customFields[name] = value;
  }
  return lead;
}

/** Stores the leads and enrolls them. A lead that is enrolled already keeps its position. */
export function enroll(
  { database, leads: leadStore, enrollments, suppressions, clock }: Workspace,
  campaign: Campaign,
  leads: Lead[],
): Omit<EnrollmentResult, 'refused'> {
  const result = {
    newToWorkspace: 0,
    knownToWorkspace: 0,
    newToCampaign: 0,
    knownToCampaign: 0,
    suppressed: 0,
  };
  const nextSendAt = campaign.status === 'draft' ? null : clock.now();
  inTransaction(database, () => {
    for (const lead of leads) {
      if (suppressions.has(lead.email)) {
        result.suppressed += 1;
        continue;
      }
      const { id, created } = leadStore.upsert(lead);
      result[created ? 'newToWorkspace' : 'knownToWorkspace'] += 1;
      result[enrollments.add(campaign.id, id, nextSendAt) ? 'newToCampaign' : 'knownToCampaign'] += 1;
    }
  });
  return result;
}
