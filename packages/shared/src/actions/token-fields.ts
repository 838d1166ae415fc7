import { readTokens } from '../copy/tokens';
import { choice, texts } from './field';
import { absentIfBlank, refuse } from './input';

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
    read: (given: unknown) => {
      const lists = [absentIfBlank(given) ?? []].flat();
      const texts = lists.filter((text) => typeof text === 'string');
      return texts.length === lists.length
        ? readTokens(texts)
        : refuse(`${tokens.label} holds something that is no text.`);
    },
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
