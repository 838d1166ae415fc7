import { mapLead } from '@leadterra/shared';

const salesforceContact = { Id: '0035g00000RfQwPAAV', LastName: 'Stone', Email: 'ava@stone.example' };
const pipedrivePerson = { owner_id: 1, org_id: 2, first_name: 'Ava', last_name: 'Stone' };
const agileContact = { properties: [{ name: 'email', value: 'a@b.example' }] };

describe('opt-out', () => {
  test.each([
    ['HubSpot v3', { properties: { email: 'a@b.example', hs_email_optout: 'true' } }],
    ['HubSpot v1', { properties: { email: { value: 'a@b.example' }, hs_email_optout: { value: 'true' } } }],
    ['Salesforce opted out', { ...salesforceContact, HasOptedOutOfEmail: true }],
    ['Salesforce contact bounced', { ...salesforceContact, IsEmailBounced: true }],
    ['Salesforce lead bounced', { ...salesforceContact, EmailBouncedReason: '550 no such user' }],
    ['Salesforce lead bounced by number', { ...salesforceContact, EmailBouncedReason: 550 }],
    ['Pipedrive', { ...pipedrivePerson, primary_email: 'a@b.example', marketing_status: 'unsubscribed' }],
    ['Zoho', { Email: 'a@b.example', Last_Name: 'B', $state: 'save', Email_Opt_Out: true }],
    ['Close', { id: 'cont_1', emails: [{ email: 'a@b.example', is_unsubscribed: true }] }],
    ['Dynamics', { emailaddress1: 'a@b.example', donotemail: true }],
    ['Dynamics bulk', { emailaddress1: 'a@b.example', donotbulkemail: true }],
    [
      'Apollo',
      { email: 'a@b.example', email_status: 'verified', organization_id: 1, email_unsubscribed: true },
    ],
    ['HighLevel', { locationId: '1', contactName: 'A', email: 'a@b.example', dnd: true }],
    ['Keap', { email_addresses: [{ email: 'a@b.example', field: 'EMAIL1' }], email_opted_in: false }],
    ['Brevo', { email: 'a@b.example', emailBlacklisted: true, attributes: {} }],
    ['Mailchimp', { email_address: 'a@b.example', status: 'unsubscribed', merge_fields: {} }],
    ['Mailchimp bounced', { email_address: 'a@b.example', status: 'cleaned', merge_fields: {} }],
    ['HubSpot bounced', { properties: { email: 'a@b.example', hs_email_hard_bounce_reason_enum: 'OTHER' } }],
    ['HubSpot invalid', { hs_object_id: '1', email: 'a@b.example', hs_email_bad_address: 'true' }],
    ['Zoho by link', { Email: 'a@b.example', Last_Name: 'B', $state: 'x', Unsubscribed_Time: '2025-01-31' }],
    [
      'Keap API v2',
      { given_name: 'A', email_addresses: [{ email: 'a@b.example', email_opt_status: 'HARD_BOUNCE' }] },
    ],
    ['Agile CRM', { ...agileContact, unsubscribeStatus: [{ campaign_id: '1', unsubscribeType: 'ALL' }] }],
    [
      'Agile CRM bounced',
      { ...agileContact, emailBounceStatus: [{ email: 'a@b.example', emailBounceType: 'HARD_BOUNCE' }] },
    ],
    [
      'HighLevel email',
      { locationId: '1', firstName: 'A', email: 'a@b.example', dndSettings: { Email: { status: 'active' } } },
    ],
    ['Freshworks', { sales_accounts: [], email: 'a@b.example', do_not_disturb: true }],
    [
      'ActiveCampaign',
      { contact: { email: 'a@b.example' }, contactAutomations: [], contactLists: [{ status: '2' }] },
    ],
    ['a webhook of Mailchimp', { type: 'unsubscribe', data: { email: 'a@b.example' } }],
    ['a wrapper', { unsubscribed: true, contact: { email: 'a@b.example' } }],
  ])('%s gives no lead, unless it is not to be honoured', (_name, record) => {
    expect(mapLead(record)).toMatchObject({ lead: null, issues: [{ code: 'opted_out' }] });
    expect(mapLead(record, { honorOptOut: false }).lead).not.toBeNull();
  });

  test.each([
    { properties: { email: 'a@b.example', hs_email_optout: 'false' } },
    { properties: { email: 'a@b.example', hs_email_optout: null } },
    { ...salesforceContact, HasOptedOutOfEmail: false, EmailBouncedReason: null },
    { email_addresses: [{ email: 'a@b.example' }], email_opted_in: true, given_name: 'A' },
    { ...agileContact, unsubscribeStatus: [{ unsubscribeType: 'CURRENT' }], emailBounceStatus: [] },
    { locationId: '1', firstName: 'A', email: 'a@b.example', dndSettings: { SMS: { status: 'active' } } },
  ])('a flag that is not raised changes nothing (%j)', (record) => {
    expect(mapLead(record).issues).toEqual([]);
  });
});

describe('columns of a sheet', () => {
  test.each([
    ['Unsubscribed', 'Yes'],
    ['Unsubscribed', 'yes, in 2024'],
    ['Unsubscribed', 1],
    ['Unsubscribed', ['Yes']],
    ['Unsubscribed at', '2024-05-05T10:00:00Z'],
    ['UNSUB_TIME', '2024-05-05 10:00:00'],
    ['CLEAN_TIME', '2024-05-05 10:00:00'],
    ['Unsubscribed from all email', 'true'],
    ['Opt-out?', 'Y'],
    ['Do not e-mail', 'x'],
    ['DNC', '☑'],
    ['Hard bounced', 'TRUE'],
    ['Email hard bounce reason', 'UNKNOWN_USER'],
    ['Abgemeldet am', '05.05.2024'],
    ['Désabonné(e)', 'Oui'],
    ['No contactar', 'Sí'],
    ['Não contatar', 'sim'],
    ['Non contattare', 'sì'],
    ['Uitgeschreven', 'ja'],
    ['Subscribed', 'No'],
    ['Opt-in', false],
    ['Accepts Email Marketing', 'no'],
    ['Status', 'Unsubscribed'],
    ['Status', 'OPT_OUT'],
    ['Status', 'cleaned'],
    ['Email Status', 'Invalid'],
    ['Stage', 'Do Not Contact'],
    ['Type', 'bounce'],
    ['Person - Marketing status', 'Unsubscribed'],
  ])('%s: %j is honoured', (header, value) => {
    expect(mapLead({ Email: 'a@b.example', [header]: value })).toMatchObject({
      lead: null,
      issues: [{ code: 'opted_out', path: header }],
    });
  });

  test.each([
    ['Unsubscribed', 'no'],
    ['Unsubscribed', 'Nein'],
    ['Unsubscribed', 'subscribed'],
    ['Unsubscribed', 0],
    ['Unsubscribed', '0.0'],
    ['Unsubscribed', 'N/A'],
    ['Unsubscribed', '☐'],
    ['Unsubscribed', []],
    ['Unsubscribed', ['No']],
    ['Unsubscribed', {}],
    ['Unsubscribed at', '0000-00-00 00:00:00'],
    ['Subscribed', 'Yes'],
    ['Subscribed', ''],
    ['Subscribed', 'weekly'],
    ['Status', 'Open'],
    ['Status', 7],
    ['Email Status', 'Verified'],
  ])('%s: %j changes nothing', (header, value) => {
    expect(mapLead({ Email: 'a@b.example', [header]: value }).issues).toEqual([]);
  });
});
