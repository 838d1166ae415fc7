import { type RecordCase } from './record-case.ts';

const lena = {
  email: 'lena@fjord.example',
  firstName: 'Lena',
  lastName: 'Dahl',
  company: 'Fjord AS',
  jobTitle: 'Buyer',
};
const named = { email: lena.email, firstName: 'Lena', lastName: 'Dahl' };

/** Of tools beside CRMs: newsletters, help desks, shops, forms, tables and enrichment. */
export const toolRecords: RecordCase[] = [
  {
    name: 'Klaviyo profile',
    source: 'klaviyo',
    record: {
      type: 'profile',
      id: '01H',
      attributes: {
        email: lena.email,
        first_name: 'Lena',
        last_name: 'Dahl',
        organization: 'Fjord AS',
        title: 'Buyer',
      },
    },
    lead: lena,
  },
  {
    name: 'Intercom contact',
    source: 'intercom',
    record: {
      type: 'contact',
      workspace_id: 'w',
      role: 'user',
      email: lena.email,
      name: 'Lena Dahl',
      unsubscribed_from_emails: false,
    },
    lead: named,
  },
  {
    name: 'Zendesk user',
    source: 'zendesk',
    record: {
      id: 1,
      name: 'Lena Dahl',
      email: lena.email,
      locale_id: 1,
      organization_id: 7,
      role: 'end-user',
    },
    lead: named,
  },
  {
    name: 'Shopify customer',
    source: 'shopify',
    record: {
      id: 1,
      email: lena.email,
      first_name: 'Lena',
      last_name: 'Dahl',
      orders_count: 2,
      accepts_marketing: false,
      email_marketing_consent: { state: 'not_subscribed' },
      default_address: { company: 'Fjord AS' },
    },
    lead: { ...named, company: 'Fjord AS' },
  },
  {
    name: 'Stripe customer',
    source: 'stripe',
    record: { id: 'cus_1', object: 'customer', email: lena.email, livemode: true, name: 'Lena Dahl' },
    lead: named,
  },
  {
    name: 'Calendly invitee',
    source: 'calendly',
    record: {
      event: 'invitee.created',
      payload: {
        email: lena.email,
        name: 'Lena Dahl',
        questions_and_answers: [{ question: 'Company', answer: 'Fjord AS' }],
        scheduled_event: { event_memberships: [{ user_email: 'olga@seller.example' }] },
      },
    },
    lead: { ...named, company: 'Fjord AS' },
  },
  {
    name: 'Typeform response',
    source: 'typeform',
    record: {
      event_type: 'form_response',
      form_response: {
        landed_at: '2026-01-01',
        definition: { fields: [{ id: 'a1b2c3d4', title: 'What is your name?' }] },
        answers: [
          { type: 'text', text: 'Lena Dahl', field: { id: 'a1b2c3d4' } },
          { type: 'email', email: lena.email, field: { id: 'e5f6a7b8' } },
        ],
      },
    },
    lead: named,
  },
  {
    name: 'Tally response',
    source: 'tally',
    record: {
      eventType: 'FORM_RESPONSE',
      data: {
        respondentId: 'r',
        formName: 'Demo',
        fields: [
          { key: 'q1', label: 'Your name', value: 'Lena Dahl' },
          { key: 'q2', label: 'Work email', value: lena.email },
        ],
      },
    },
    lead: named,
  },
  {
    name: 'Jotform submission',
    source: 'jotform',
    record: {
      form_id: '1',
      answers: {
        3: {
          name: 'name3',
          text: 'Full Name',
          type: 'control_fullname',
          answer: { first: 'Lena', last: 'Dahl' },
        },
        4: { name: 'email4', text: 'E-mail', type: 'control_email', answer: lena.email },
      },
    },
    lead: named,
  },
  {
    name: 'Notion page',
    source: 'notion',
    record: {
      object: 'page',
      properties: {
        Name: { type: 'title', title: [{ plain_text: 'Lena Dahl' }] },
        Email: { type: 'email', email: lena.email },
        Owner: { type: 'people', people: [{ person: { email: 'olga@seller.example' } }] },
      },
    },
    lead: named,
  },
  {
    name: 'Airtable record',
    source: 'airtable',
    record: {
      id: 'rec0A',
      createdTime: '2026-01-01',
      fields: { Name: 'Lena Dahl', Email: lena.email, Company: 'Fjord AS' },
    },
    lead: { ...named, company: 'Fjord AS' },
  },
  {
    name: 'Outlook contact',
    source: 'outlook',
    record: {
      displayName: 'Lena Dahl',
      givenName: 'Lena',
      surname: 'Dahl',
      companyName: 'Fjord AS',
      jobTitle: 'Buyer',
      emailAddresses: [{ name: 'Lena', address: lena.email }],
    },
    lead: lena,
  },
  {
    name: 'Row of LinkedIn connections',
    source: 'linkedin',
    record: {
      'First Name': 'Lena',
      'Last Name': 'Dahl',
      URL: 'https://l.example/lena',
      'Email Address': lena.email,
      Company: 'Fjord AS',
      Position: 'Buyer',
      'Connected On': '01 Jan 2026',
    },
    lead: lena,
  },
  {
    name: 'Lusha person',
    source: 'lusha',
    record: {
      data: {
        firstName: 'Lena',
        lastName: 'Dahl',
        emailAddresses: [{ email: lena.email, emailType: 'work' }],
        jobTitle: { title: 'Buyer' },
        company: { name: 'Fjord AS' },
      },
    },
    lead: lena,
  },
  {
    name: 'Row of ZoomInfo',
    source: 'zoominfo',
    record: {
      'ZoomInfo Contact ID': '1',
      'First Name': 'Lena',
      'Last Name': 'Dahl',
      'Email Address': lena.email,
      'Company Name': 'Fjord AS',
      'Job Title': 'Buyer',
    },
    lead: lena,
  },
  {
    name: 'Hunter lead',
    source: 'hunter',
    record: {
      data: {
        email: lena.email,
        first_name: 'Lena',
        last_name: 'Dahl',
        position: 'Buyer',
        company: 'Fjord AS',
        confidence_score: 97,
        verification: { status: 'valid' },
      },
    },
    lead: lena,
  },
  {
    name: 'Row of Clay',
    source: 'clay',
    record: {
      'First Name': 'Lena',
      'Last Name': 'Dahl',
      'Job Title': 'Buyer',
      'Company Table Data': 'Fjord AS',
      Company: 'Fjord AS',
      'Work Email': lena.email,
    },
    lead: lena,
  },
];
