import * as z from 'zod/mini';

import { readTokens } from '../copy/tokens';
import { choice, texts } from './field';
import { absentIfBlank } from './input';

const tokens = texts({
  label: 'Tokens in the Copy',
  placeholder: 'firstName, company',
  help: 'Their names with commas between, most simply the tokens that Create Campaign gave. Leads that would leave one of them blank are noticed.',
});

/** The fields of the check that no lead gets an e-mail with a gap. */
export const tokenFields = {
  tokens: {
    ...tokens,
    isOptional: true,
    schema: z.pipe(
      z.transform((given) => [absentIfBlank(given) ?? []].flat()),
      z.pipe(
        z.array(z.string('Tokens in the Copy holds something that is no text.')),
        z.transform((given: string[]) => readTokens(given)),
      ),
    ),
  },
  whenMissing: choice({
    label: 'If a Token Stays Blank',
    default: 'skip',
    choices: [
      { value: 'skip', label: 'Skip and Report', help: 'Leave such leads out, and say so.' },
      { value: 'send', label: 'Send Anyway', help: 'The token stays blank.' },
      { value: 'stop', label: 'Stop', help: 'Enroll nobody, and list these leads.' },
    ],
  }),
};
