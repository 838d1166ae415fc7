import { enrollLeads, type Lead, renderCopy, tokensIn, toUpstreamTokens } from '@leadterra/shared';

import { modelLeadterra } from '../support/model-leadterra';
import { clientOf } from '../support/scripted';

const typed = 'Hi [[firstName|my friend]]';
const [ava, nameless] = ['ava@acme.example', 'info@acme.example'];

/** What each address would be greeted with, by what Leadterra holds of it. */
async function greetings(leads: Iterable<Lead>, whenMissing: 'send' | 'skip', batchSize = 10) {
  const api = modelLeadterra();
  const copy = { tokens: tokensIn(typed), whenMissing };
  const input = { campaignId: 'camp_1', leads, copy, batchSize, concurrency: 1 };
  const { totals } = await enrollLeads(clientOf(api.transport), input);
  const greeting = (stored: Record<string, unknown>) =>
    renderCopy(toUpstreamTokens(typed), {
      email: '',
      customFields: { firstNameOrMyFriend: String(stored['firstNameOrMyFriend']) },
    });
  return {
    totals,
    greetings: Object.fromEntries(Array.from(api.stored, ([email, lead]) => [email, greeting(lead)])),
  };
}

test.each(['send', 'skip'] as const)('each lead brings what its fallback stands for (%s)', async (rule) => {
  const leads = [{ email: ava, firstName: 'Ava' }, { email: nameless }];
  await expect(greetings(leads, rule)).resolves.toMatchObject({
    totals: { enrolled: 2, incomplete: 0 },
    greetings: { [ava]: 'Hi Ava', [nameless]: 'Hi my friend' },
  });
});

describe('several records of one address', () => {
  const [named, unnamed] = [
    { email: ava, firstName: 'Ava' },
    { email: ava, company: 'Acme' },
  ];
  const other = { email: nameless };

  test.each([
    ['the later brings the name', [unnamed, other, named]],
    ['the later lacks the name', [named, other, unnamed]],
  ])('give one greeting in a list and in a stream, where %s', async (_what, leads) => {
    for (const given of [leads, new Set(leads)])
      for (const batchSize of [1, 2, 10]) {
        const expected = { [ava]: 'Hi Ava', [nameless]: 'Hi my friend' };
        await expect(greetings(given, 'send', batchSize)).resolves.toMatchObject({ greetings: expected });
      }
  });
});
