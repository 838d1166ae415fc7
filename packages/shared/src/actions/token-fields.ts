import { readTokens } from '../copy/tokens';
import { choice, texts } from './field';
import { absentIfBlank, refuse } from './input';

const tokens = texts({
  label: 'Tokens in the Copy',
  placeholder: 'firstName, company',
  help: 'The names of the tokens, separated by commas: at best those that Create Campaign put out. Each lead is checked for a value for every one of them, and brings what a fallback such as firstName|there stands for.',
});

/** The fields of the check that no lead gets an email with a gap. */
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
    label: 'If a Lead Has No Value for One of Them',
    default: 'skip',
    choices: [
      { value: 'skip', label: 'Skip and Report', help: 'Leave the lead out, and say so.' },
      { value: 'send', label: 'Send Anyway', help: 'The token stays blank.' },
      { value: 'stop', label: 'Stop', help: 'Enroll nobody, and list these leads.' },
    ],
  }),
};
