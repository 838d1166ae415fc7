import { type TSchema } from '@sinclair/typebox';

import { type Answer } from './answer';

/**
 * What each dialect says of one thing. The compiler asks for all of them; only the quickstart, which shows few
 * calls, may say nothing: then it says what the guide says.
 */
export type PerDialect<Value> = { reference: Value; guide: Value; concept: Value; quickstart?: Value };

export type DialectName = keyof PerDialect<unknown>;

/** What an error answer says. `errors` tells of single leads. */
export type Failure = {
  code: string;
  message: string;
  errors?: object[];
};

/**
 * What holds for all answers of one part of the documentation. What an endpoint or an event says in each dialect
 * stands with that endpoint or event; what the sandbox keeps and does is the same in all of them.
 */
export type Dialect = {
  name: DialectName;
  /** Takes what this dialect says. */
  choose: <Value>(values: PerDialect<Value>) => Value;
  /** The key that answers stand under, by the name of what they hold; null where they stand bare. */
  envelope: (name: string) => string | null;
  error: Answer<Failure>;
  /** What a lead must look like. */
  lead: TSchema;
  /** A bad lead: `whole_batch` answers 422 and enrolls nobody, `that_lead` enrolls the others. */
  badLeadSinks: 'whole_batch' | 'that_lead';
  /** Whether lists come in pages. */
  pages: boolean;
};
