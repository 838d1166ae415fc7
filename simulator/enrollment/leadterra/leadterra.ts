import { type Acts, type LeadterraTraits } from '../history.ts';
import { addressOf, forbiddenTitle, personOf } from '../input.ts';
import { refusalAnswer, takenAnswer } from './answers.ts';
import { type Answer, type Effect, type SentLead } from './wire.ts';

type Held = {
  fields: Map<string, unknown>;
  /** What each run's first request that took this lead did: by the run's number. */
  takenBy: Map<number, 'created' | 'updated'>;
};

/**
 * What the simulator knows of Leadterra's bulk endpoint, from the documentation alone: the people of one campaign, and
 * what a request does to them. Whether its answer arrives is not its business.
 */
export class Leadterra {
  readonly held = new Map<string, Held>();
  readonly traits: LeadterraTraits;
  readonly #bad: Set<number>;
  readonly #suppressed: Set<number>;

  constructor(traits: LeadterraTraits) {
    this.traits = traits;
    this.#bad = new Set(traits.bad);
    this.#suppressed = new Set(traits.suppressed);
    for (const person of traits.known)
      this.held.set(addressOf(person), { fields: new Map(), takenBy: new Map() });
  }

  refuses({ address, fields }: SentLead): boolean {
    const person = personOf(address);
    return person === undefined || this.#bad.has(person) || fields.get('jobTitle') === forbiddenTitle;
  }

  suppresses(address: string): boolean {
    return this.#suppressed.has(personOf(address) ?? -1);
  }

  /** Carries out a request of a run, wholly, half-way or not at all, and says what it would answer. */
  receive(run: number, leads: SentLead[], bytes: number, acts: Acts): { answer: Answer; effects: Effect[] } {
    const { limit, refusal, closedWith } = this.traits;
    const nothing = leads.map((): Effect => 'nothing');
    if (closedWith) return { answer: closedAnswer(closedWith), effects: nothing };
    if (limit && (leads.length > (limit.leads ?? Infinity) || bytes > (limit.bytes ?? Infinity)))
      return { answer: { status: limit.status, body: { message: 'Too large.' } }, effects: nothing };

    const bad = leads.filter((lead) => this.refuses(lead));
    const refusesAll = bad.length > 0 && (refusal === 'whole-422' || refusal === 'whole-400');
    if (refusesAll) return { answer: refusalAnswer(this.traits, leads, bad), effects: nothing };
    const reached = { no: 0, half: Math.ceil(leads.length / 2), yes: leads.length }[acts];
    const effects = leads.map((lead, place) => (place < reached ? this.#take(run, lead) : 'nothing'));
    const answer =
      bad.length > 0 && refusal === 'all-but-422'
        ? refusalAnswer(this.traits, leads, bad)
        : takenAnswer(this.traits, leads, bad, effects);
    return { answer, effects };
  }

  #take(run: number, lead: SentLead): Effect {
    if (this.refuses(lead)) return 'refused';
    if (this.suppresses(lead.address)) return 'left-out';
    const before = this.held.get(lead.address);
    const effect = before ? 'updated' : 'created';
    const held = before ?? { fields: new Map(), takenBy: new Map() };
    this.held.set(lead.address, held);
    for (const [name, value] of lead.fields) held.fields.set(name, value);
    if (!held.takenBy.has(run)) held.takenBy.set(run, effect);
    return effect;
  }
}

function closedAnswer(status: NonNullable<LeadterraTraits['closedWith']>): Answer {
  const code = {
    422: 'campaign_closed',
    400: 'invalid_request',
    404: 'campaign_not_found',
    401: 'authentication_failed',
  };
  return { status, body: { code: code[status], message: 'This campaign takes no leads.' } };
}
