import { type LeadterraTraits } from '../history.ts';
import { personOf } from '../input.ts';
import { type Answer, type Effect, type SentLead } from './wire.ts';

/** The answer to a request that was carried out, in the dialect of one of the documentation's pages. */
export function takenAnswer(
  traits: LeadterraTraits,
  leads: SentLead[],
  bad: SentLead[],
  effects: Effect[],
): Answer {
  const count = (wanted: Effect) => effects.filter((effect) => effect === wanted).length;
  const [created, updated, skipped] = [count('created'), count('updated'), count('left-out')];
  const errors = bad.length > 0 ? { errors: errorItems(traits, leads, bad) } : {};
  switch (traits.dialect) {
    case 'reference':
      return enveloped(traits, 'bare', { enrolled: created, updated, total: created + updated, ...errors });
    case 'concept':
      return enveloped(traits, 'data', {
        created,
        updated,
        enrolled: created + updated,
        errors: [],
        ...errors,
      });
    case 'guide':
      return enveloped(traits, 'bare', { enrolled: created, updated, skipped, ...errors });
  }
}

/** The answer to a request that was refused for some of its leads. */
export function refusalAnswer(traits: LeadterraTraits, leads: SentLead[], bad: SentLead[]): Answer {
  const status = traits.refusal === 'whole-400' ? 400 : 422;
  const body = { code: 'invalid_request', message: 'Some leads are not valid.' };
  // Where it names nobody, it may as well have no list of errors.
  if (traits.names === 'nothing' && traits.sameWords) return { status, body };
  return { status, body: { ...body, errors: errorItems(traits, leads, bad) } };
}

const reasons = [
  'No such mailbox.',
  'A role address.',
  'No such domain.',
  'A spam trap.',
  'The title is wrong.',
];

function reasonFor({ address }: SentLead): string {
  return reasons[(personOf(address) ?? 0) % reasons.length] ?? '';
}

/** What the documentation leaves open: how an item of `errors` tells which lead it is about. */
function errorItems(traits: LeadterraTraits, leads: SentLead[], bad: SentLead[]): unknown[] {
  return bad.map((lead) => {
    const place = leads.indexOf(lead);
    const message = traits.sameWords ? 'Not a valid lead.' : reasonFor(lead);
    switch (traits.names) {
      case 'email':
        return { email: lead.address, message };
      case 'position-from-0':
        return { index: place, message };
      case 'position-from-1':
        return { index: place + 1, message };
      case 'path':
        return { path: `leads[${place}].email`, message };
      case 'nothing':
        return message;
    }
  });
}

function enveloped(
  traits: LeadterraTraits,
  documented: 'bare' | 'data',
  counts: Record<string, unknown>,
): Answer {
  const envelope = traits.envelope === 'as-documented' ? documented : traits.envelope;
  const body = {
    bare: counts,
    data: { data: counts },
    result: { result: counts },
    'data-result': { data: { result: counts } },
  }[envelope];
  return { status: 200, body };
}
