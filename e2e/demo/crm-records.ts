import fc from 'fast-check';

/** A person as a CRM knows them, before it is put into the CRM's shape. */
export type Person = {
  email: string;
  firstName: string;
  lastName: string;
  company?: string;
  jobTitle?: string;
};

/** Why a record is in the list, which says what must become of it. */
export type Purpose =
  | 'new'
  | 'known before'
  | 'suppressed'
  | 'refused'
  | 'duplicate'
  | 'no address'
  | 'bad address'
  | 'opted out';

export type CrmRecord = { purpose: Purpose; person: Person; record: Record<string, unknown> };

/** How many records of each purpose a thousand hold. */
const counts: Record<Purpose, number> = {
  new: 750,
  'known before': 50,
  suppressed: 40,
  refused: 10,
  duplicate: 60,
  'no address': 25,
  'bad address': 25,
  'opted out': 40,
};

const firstNames = ['Ava', 'Zoë', 'José', 'Søren', 'Anaïs', 'Müge', 'Łukasz', 'Siobhán', 'Наталья', '美咲'];
const lastNames = [
  'Patel',
  'van den Berg',
  "O'Neill",
  'Núñez',
  'Müller',
  'de Souza',
  'Iversen',
  'Kim',
  'Okafor',
];
const companies = ['Acme & Sons', 'Übersee Handel', 'Voltwerk', 'Loopcraft', 'Café Central', 'Norðurljós'];
const jobTitles = ['CTO', 'VP Sales', 'Head of Growth', 'Founder', 'Leiterin Einkauf'];

const pick = <T>(list: readonly T[], index: number): T | undefined => list[index % list.length];

/** What the sandbox's send simulator does with an address depends on how it begins. */
function localPart(purpose: Purpose, index: number): string {
  if (purpose === 'refused') return `rejected${index}`;
  if (purpose !== 'new') return `lead${index}`;
  if (index % 12 === 0) return `hard-bounce${index}`;
  if (index % 50 === 1) return `soft-bounce${index}`;
  return index % 25 === 2 ? `replies${index}` : `lead${index}`;
}

function person(purpose: Purpose, index: number): Person {
  return {
    email:
      purpose === 'bad address'
        ? `lead${index}(at)acme.example`
        : `${localPart(purpose, index)}@acme.example`,
    firstName: pick(firstNames, index) ?? '',
    lastName: pick(lastNames, index) ?? '',
    company: pick(companies, index),
    jobTitle: pick(jobTitles, index),
  };
}

type Shape = (person: Person, index: number, optedOut: boolean) => Record<string, unknown>;

const hubspotV3: Shape = ({ email, firstName, lastName, company, jobTitle }, index, optedOut) => ({
  id: String(50_000 + index),
  properties: {
    createdate: '2026-03-02T09:00:00.000Z',
    email,
    firstname: firstName,
    lastname: lastName,
    company,
    jobtitle: jobTitle,
    hs_object_id: String(50_000 + index),
    hs_email_optout: optedOut ? 'true' : null,
  },
  createdAt: '2026-03-02T09:00:00.000Z',
  updatedAt: '2026-10-02T09:00:00.000Z',
  archived: false,
});

const hubspotV1: Shape = ({ email, firstName, lastName, company, jobTitle }, index, optedOut) => ({
  vid: 70_000 + index,
  'canonical-vid': 70_000 + index,
  properties: {
    firstname: { value: firstName },
    lastname: { value: lastName },
    company: { value: company },
    jobtitle: { value: jobTitle },
    ...(optedOut && { hs_email_optout: { value: 'true' } }),
  },
  'identity-profiles': [
    {
      vid: 70_000 + index,
      identities: [
        { type: 'LEAD_GUID', value: `guid-${index}` },
        { type: 'EMAIL', value: email, 'is-primary': true },
      ],
    },
  ],
});

const salesforceLead: Shape = ({ email, firstName, lastName, company, jobTitle }, index, optedOut) => ({
  attributes: { type: 'Lead', url: `/services/data/v59.0/sobjects/Lead/00Q${index}` },
  Id: `00Q${index}`,
  FirstName: firstName,
  LastName: lastName,
  Email: email,
  Company: company,
  Title: jobTitle,
  HasOptedOutOfEmail: optedOut,
});

const salesforceContact: Shape = ({ email, firstName, lastName, company, jobTitle }, index, optedOut) => ({
  attributes: { type: 'Contact', url: `/services/data/v59.0/sobjects/Contact/003${index}` },
  Id: `003${index}`,
  FirstName: firstName,
  LastName: lastName,
  Email: email,
  Title: jobTitle,
  AccountId: `001${index}`,
  Account: { attributes: { type: 'Account' }, Name: company },
  HasOptedOutOfEmail: optedOut,
  IsEmailBounced: false,
});

const pipedriveV1: Shape = ({ email, firstName, lastName, company, jobTitle }, index) => ({
  id: index,
  owner_id: { id: 7, name: 'Robin Owner', email: 'robin@crm.example', active_flag: true },
  org_id: { name: company, people_count: 3, owner_id: 7, value: 900 + index },
  name: `${firstName} ${lastName}`,
  first_name: firstName,
  last_name: lastName,
  job_title: jobTitle,
  email: [{ label: 'work', value: email, primary: true }],
  phone: [{ label: 'work', value: '', primary: true }],
  primary_email: email,
});

const pipedriveV2: Shape = ({ email, firstName, lastName, jobTitle }, index) => ({
  id: index,
  owner_id: 7,
  org_id: 900 + index,
  name: `${firstName} ${lastName}`,
  first_name: firstName,
  last_name: lastName,
  job_title: jobTitle,
  emails: [{ label: 'work', value: email, primary: true }],
  phones: [],
});

const englishSheet: Shape = ({ email, firstName, lastName, company, jobTitle }, index) => ({
  row_number: index + 2,
  'E-Mail': ` ${email.toUpperCase()} `,
  'First Name': firstName,
  'Last Name': lastName,
  'Company Name': company,
  'Job Title': jobTitle,
});

const germanSheet: Shape = ({ email, firstName, lastName, company, jobTitle }) => ({
  Vorname: firstName,
  Nachname: lastName,
  'E-Mail-Adresse': email,
  Firma: company,
  Position: jobTitle,
});

/** Those that can say that a contact does not want mail come first. */
const shapes = [
  hubspotV3,
  hubspotV1,
  salesforceLead,
  salesforceContact,
  pipedriveV1,
  pipedriveV2,
  englishSheet,
  germanSheet,
];
const shapesWithOptOut = 4;

/** What a shape cannot carry, the lead will not have: Pipedrive's second API gives no company name. */
function inShape(purpose: Purpose, given: Person, index: number): CrmRecord {
  const optedOut = purpose === 'opted out';
  const shape = pick(optedOut ? shapes.slice(0, shapesWithOptOut) : shapes, index) ?? englishSheet;
  const shown = purpose === 'no address' ? { ...given, email: '' } : given;
  const { company, ...rest } = given;
  return {
    purpose,
    person: shape === pipedriveV2 ? rest : { ...rest, company },
    record: shape(shown, index, optedOut),
  };
}

/** A thousand records as upstream CRMs hand them on, mixed in an order that is the same each time. */
export function crmRecords(): CrmRecord[] {
  const firsts: CrmRecord[] = [];
  let index = 0;
  for (const purpose of [
    'new',
    'known before',
    'suppressed',
    'refused',
    'no address',
    'bad address',
    'opted out',
  ] as const) {
    for (let i = 0; i < counts[purpose]; i++, index++)
      firsts.push(inShape(purpose, person(purpose, index), index));
  }
  const [mixed = []] = fc.sample(fc.shuffledSubarray(firsts, { minLength: firsts.length }), {
    seed: 20,
    numRuns: 1,
  });
  // The same people again, from another CRM, at the end: what a later record says wins.
  const duplicates = mixed
    .filter(({ purpose }) => purpose === 'new')
    .slice(0, counts.duplicate)
    .map(({ person: one }, i) => inShape('duplicate', { company: 'Acme & Sons', ...one }, i));
  return [...mixed, ...duplicates];
}

/** Addresses of one purpose. */
export function addressesOf(records: CrmRecord[], purpose: Purpose): string[] {
  return records.filter((record) => record.purpose === purpose).map(({ person: { email } }) => email);
}

/** What the leads of an earlier campaign are known by. A field that a later record lacks must keep its value. */
export const earlierCompany = 'An earlier company';

/** What the database must hold for each lead that can be enrolled: the fields of its records, the later ones winning. */
export function expectedLeads(records: CrmRecord[]): Map<string, Person> {
  const expected = new Map<string, Person>();
  for (const { purpose, person: one } of records) {
    if (purpose !== 'new' && purpose !== 'known before' && purpose !== 'duplicate') continue;
    const before = purpose === 'known before' ? { company: earlierCompany } : expected.get(one.email);
    expected.set(one.email, { ...before, ...one });
  }
  return expected;
}
