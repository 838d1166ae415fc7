import { mapLead } from '@leadterra/shared';

/** The lead, as `First|Last|Company`. */
function partsOf(record: object): string {
  const { lead } = mapLead({ email: 'a@b.example', ...record });
  return `${lead?.firstName ?? ''}|${lead?.lastName ?? ''}|${lead?.company ?? ''}`;
}

test.each([
  ['Purchasing', 'Department'],
  ['Jobs', ''],
  ['Compras', ''],
  ['Human Resources', ''],
  ['Customer Service', 'Team'],
])('nobody is called %s %s', (first, last) => {
  expect(partsOf({ 'First Name': first, 'Last Name': last })).toBe('||');
});

test.each([
  ['Acme', 'ltd', '||Acme ltd'],
  ['Acme', 'G.m.b.H.', '||Acme G.m.b.H.'],
  ['Acme', 'SpA', '||Acme SpA'],
  ['Acme', 'S.A.', '||Acme S.A.'],
  ['Ava', 'Sa', 'Ava|Sa|'],
])('%s %s is %s', (first, last, expected) => {
  expect(partsOf({ 'First Name': first, 'Last Name': last })).toBe(expected);
});

test.each([
  // A word alone does not tell an organisation.
  ['Bank', 'Bank||'],
  ['House The Nguyen', 'House The|Nguyen|'],
  ['Acme University Berlin', '||'],
  // What somebody does after a name that is in no list of given names.
  ['Kofi Abebe, Regional Manager', 'Kofi|Abebe|'],
  ['Kofi Abebe, Regional V.P.', 'Kofi|Abebe|'],
  // A given name after a last name of two words.
  ['Nowak Ray, Łukasz', 'Łukasz|Nowak Ray|'],
  ['HANSEN RAY, BJØRN', 'Bjørn|Hansen Ray|'],
  ['Hansen Ray, Bjørn', 'Bjørn|Hansen Ray|'],
  ['Stone Ray, Zoë', 'Zoë|Stone Ray|'],
  ['Stone Ray, Anne-Marie', 'Anne-Marie|Stone Ray|'],
])('%s is %s', (name, expected) => {
  expect(partsOf({ 'Full Name': name })).toBe(expected);
});
