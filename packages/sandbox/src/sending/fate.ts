import { type BounceType, type Classification } from '../domain';
import { matches, type SandboxOptions } from '../options';

/** What comes of a message. */
export type Fate =
  | { kind: 'arrives' }
  | { kind: 'bounces'; type: BounceType; reason: string }
  | { kind: 'is_answered'; classification: Classification; text: string };

/** Local parts that decide the fate by themselves, most special first. */
const replies: [prefix: RegExp, classification: Classification, text: string][] = [
  [/^replies-not-interested/, 'not_interested', 'Thank you, but this is nothing for us.'],
  [/^replies-out-of-office/, 'out_of_office', 'I am away until Monday.'],
  [/^replies-unsubscribe/, 'unsubscribe', 'Please take me off your list.'],
  [/^replies-referral/, 'referral', 'My colleague looks after this, please write to her.'],
  [/^replies/, 'interested', 'Sounds useful. Can we talk on Thursday?'],
];

const hardReason = '550 5.1.1 no such user';
const softReason = '452 4.2.2 mailbox full';

/** Decides what comes of a message to this address: by the options, else by how the address begins. */
export function fateOf(email: string, bounce: SandboxOptions['bounce']): Fate {
  if (/^hard-bounce/.test(email) || matches(email, bounce?.hard ?? [])) {
    return { kind: 'bounces', type: 'hard', reason: hardReason };
  }
  if (/^soft-bounce/.test(email) || matches(email, bounce?.soft ?? [])) {
    return { kind: 'bounces', type: 'soft', reason: softReason };
  }
  const reply = replies.find(([prefix]) => prefix.test(email));
  if (reply === undefined) return { kind: 'arrives' };
  return { kind: 'is_answered', classification: reply[1], text: reply[2] };
}
