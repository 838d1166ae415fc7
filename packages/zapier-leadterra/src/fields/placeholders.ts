import { tokensIn } from '@leadterra/shared';
import { defineInputFields } from 'zapier-platform-core';
import * as z from 'zod/mini';

import { choice, optionalText } from '../input';

/** The fields of the rule for leads that would leave a placeholder of the e-mails blank. */
export const placeholderFields = defineInputFields([
  {
    key: 'placeholders',
    label: 'Placeholders in the E-mails',
    type: 'string',
    placeholder: 'firstName, useCase',
    helpText:
      'Map *Placeholders* of the *Create Campaign* step, or list what the e-mails name in double brackets, with commas between. Leave it empty to enroll without a check.',
  },
  {
    key: 'whenMissing',
    label: 'If a Lead Has Nothing for One of Them',
    type: 'string',
    choices: {
      skip: 'Leave the Lead Out and Report It',
      send: 'Enroll It All the Same: the Place Stays Blank',
      stop: 'Stop With an Error and Enroll Nobody',
    },
    default: 'skip',
    helpText: 'Only where the field above names placeholders.',
  },
]);

export const placeholderInput = {
  /** Names, or a text that holds them in brackets or braces. */
  placeholders: z.pipe(
    optionalText,
    z.transform((text = '') => {
      const tokens = tokensIn(text);
      if (tokens.length > 0) return tokens;
      const names = text.split(/[,;\n]/).map((name) => name.trim());
      return names.filter((name) => name !== '');
    }),
  ),
  whenMissing: choice('If a Lead Has Nothing for One of Them', ['skip', 'send', 'stop'], 'skip'),
};
