import { type Language } from './language';

// Django's user model and the exports of the sources in presets/.
export const english: Language = {
  title: 'English',
  email: 'email, email address, emails, email addresses, mail, mail address, email id, email contact',
  firstName: 'first name, first, fname, given name, given, forename, christian name, given names',
  lastName: 'last name, last, lname, surname, family name, second name, family',
  fullName: `
    full name, display name, contact name, contact, contact person, first and last name, first last name, name and
    surname, person name, whole name, complete name, lead name, name full, your name, name surname`,
  name: 'name',
  company: `
    company name for emails, company, company name, organization, organisation, organization name, organisation
    name, org, org name, account, account name, employer, employer name, business, business name, associated
    company, person organization, name of company, name of organization, name of your company, firm, firm name,
    workplace, place of work, company legal name, company or organization, company organization, companies,
    organizations, organisations, accounts, where do you work, who do you work for, who is your employer, agency,
    agency name, company title`,
  jobTitle: `
    job title, title, position, role, designation, job, job position, job role, organization title, occupation,
    profession, position title, role title, title at company, what do you do, job function, current job, function,
    headline`,
  phone: `
    phone, phone number, work direct phone, telephone, telephone number, mobile, mobile phone, mobile number, cell,
    cell phone`,
  linkedinUrl: `
    linkedin, linkedin url, linkedin profile, linkedin profile url, person linkedin url, profile url, linkedin link`,
  website: 'website, website url, url, company website, company domain, domain, web site, homepage',
  optOut: `
    unsubscribed, unsubscribe, unsub, opt out, opted out, optout, optedout, do not contact, do not email, do not
    mail, do not send, donotemail, donotcontact, donotmail, do not disturb, donotbulkemail, donotsendmm, dont
    contact, dont email, no contact, no email, no emails, dnc, dnd, dne, suppressed, suppression, suppressions,
    suppress, blacklisted, blacklist, blocklisted, blocklist, denylist, bounced, bounce, hard bounce, hard bounced,
    complained, complaint, complaints, complain, spam, spam report, spamreport, abuse, junk, cleaned, revoked,
    withdrawn, withdrew, not interested in emails, removed from list, stop emails, email invalid, invalid email,
    invalid email address, email bad address, bad email, undeliverable, clean time, refused`,
  optIn: `
    subscribed, subscribe, opt in, opted in, optin, optedin, consent, consented, consents, accepts marketing,
    accepts email marketing, accept marketing, accepted marketing, can email, can contact, can be contacted, can
    receive email, can receive marketing, can receive email marketing, ok to email, ok to contact, okay to email,
    allow email, allow emails, email allowed, emails allowed, marketing allowed, allow marketing, marketing
    permission, email permission, permission to email, permission to contact, receive emails, receive marketing,
    agree to receive, agreed to receive, agrees to receive, mailable, emailable, contactable, newsletter opt in,
    marketing agreement, marketing accepted, accepts newsletter`,
  no: 'no, n, false, f, off, never, not, none, unchecked, 0',
  noise: `
    the, a, an, your, you, please, enter, provide, type, tell, us, give, what, whats, what is, which, is, s, are,
    do, for, of, at, in, to, with, we, can, use, whom, who, where, how, should, call, required, optional, mandatory,
    answer, response, value, field, input, text, question, q, custom, customer field, property, properties,
    attribute, attributes, data, fields, values, merges, merge, payload, body, json, hs, cf, cft, st, nd, rd, th,
    short, long, personally, and, or, here, this, that, contact information, contact info, information, details,
    form response, current, currently, latest, most recent, primary job, main job, best, if, any, reach, be, it, my
    form`,
  people: `
    lead, prospect, customer, client, candidate, attendee, invitee, respondent, participant, applicant, registrant,
    registered, guest, subscriber, buyer, purchaser, recipient, student, patient, member, visitor, signer, signee,
    shopper, person, people, contact, individual, decision maker, submitter, booker, delegate, requester, employee,
    interviewee, contact person, key contact, primary contact, main contact, poc, billing, customers, leads,
    contacts, attendees`,
  others: `
    owner, owners, host, hosts, hosted, rep, reps, representative, assignee, assigned, assign, agent, advisor,
    adviser, manager, supervisor, boss, recruiter, interviewer, interviewers, organizer, organiser, creator,
    created, author, modified, modifier, updated, updater, editor, sender, sent, from, reply, cc, bcc, assistant,
    spouse, husband, wife, emergency, mother, mothers, father, fathers, parent, parents, guardian, child, kid,
    sibling, kin, referrer, referral, referred, referee, reference, seller, vendor, supplier, closer, setter, sdr,
    bdr, csm, staff, admin, administrator, support, helpdesk, our, my, operator, salesperson, salesman, salesrep,
    responsible, approver, reviewer, by, mailbox, sending, smtp, shipping, recovery, previous, former, past, old,
    maiden, workspace, tenant, memberships, membership, interviewed, collaborator, follower, followers, watcher,
    watchers, mentions, commenter, committer, reporter, instructor, trainer, landlord, donotreply, noreply, third
    party, thirdparty, actor, impersonator, executive assistant, account executive, sales rep, ae`,
};
