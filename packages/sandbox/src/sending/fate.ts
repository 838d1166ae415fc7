import { type BounceType, type Classification } from '../domain';
import { matches, type SandboxOptions } from '../options';

/** What comes back for a message. */
export type Answer =
  | { kind: 'bounces'; type: BounceType; reason: string }
  | { kind: 'is_answered'; classification: Classification; text: string };

/** What comes of a message. */
export type Fate = { kind: 'arrives' } | Answer;

/** What people write, by what it means. */
const texts = {
  not_interested: 'Thank you, but this is nothing for us.',
  out_of_office: 'I am away until Monday.',
  unsubscribe: 'Please take me off your list.',
  referral: 'My colleague looks after this, please write to her.',
  interested: 'Sounds useful. Can we talk on Thursday?',
};

/** How a person may answer. */
export const answerClassifications = [
  'interested',
  'not_interested',
  'out_of_office',
  'referral',
  'unsubscribe',
] as const satisfies (keyof typeof texts)[];

export type AnswerClassification = (typeof answerClassifications)[number];

/** Local parts that decide the fate by themselves, most special first. */
const replies: [prefix: RegExp, classification: AnswerClassification][] = [
  [/^replies-not-interested/, 'not_interested'],
  [/^replies-out-of-office/, 'out_of_office'],
  [/^replies-unsubscribe/, 'unsubscribe'],
  [/^replies-referral/, 'referral'],
  [/^replies/, 'interested'],
];

const bounceReasons = { hard: '550 5.1.1 no such user', soft: '452 4.2.2 mailbox full' };

export function bounceOf(type: BounceType): Answer {
  return { kind: 'bounces', type, reason: bounceReasons[type] };
}

export function replyOf(classification: AnswerClassification): Answer {
  return { kind: 'is_answered', classification, text: texts[classification] };
}

/** Decides what comes of a message to this address: by the options, else by how the address begins. */
export function fateOf(email: string, bounce: SandboxOptions['bounce']): Fate {
  if (/^hard-bounce/.test(email) || matches(email, bounce?.hard ?? [])) {
    return bounceOf('hard');
  }
  if (/^soft-bounce/.test(email) || matches(email, bounce?.soft ?? [])) {
    return bounceOf('soft');
  }
  const reply = replies.find(([prefix]) => prefix.test(email));
  if (reply === undefined) return { kind: 'arrives' };
  return replyOf(reply[1]);
}
