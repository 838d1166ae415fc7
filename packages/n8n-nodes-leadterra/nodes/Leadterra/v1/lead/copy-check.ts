import { type IExecuteFunctions } from 'n8n-workflow';

import {
  array,
  invalidInput,
  missingTokens,
  readTokens as listedTokens,
  string,
  union,
} from '../../../shared/core';
import { parseField } from '../../../shared/parse-field';
import { type EnrollOptions } from './enroll-options';
import { blankReason } from './lead-result';
import { type ReadItem } from './read-item';

const tokenList = union([array(string()), string()]);

/**
 * The tokens that the user gave for an item: a list, or a text with commas, with or without braces or brackets. None may
 * be given only where a token may stay blank.
 */
export function readTokens(
  context: IExecuteFunctions,
  item: number,
  { whenTokenMissing }: Pick<EnrollOptions, 'whenTokenMissing'>,
): string[] {
  const given = context.getNodeParameter('options.copyCheck.rule.fields', item, '');
  const tokens = parseField('Tokens in the Copy', tokenList, given);
  if (tokens === '' && whenTokenMissing !== 'send') {
    throw invalidInput(
      '"Tokens in the Copy" is empty.',
      'Enter the names of the tokens, or remove the option "Personalization Check".',
    );
  }
  return listedTokens(tokens);
}

/**
 * Puts `incomplete` in the place of each lead that would leave a token blank. Items with the same address are merged
 * when they are sent, so what one of them lacks may come from another.
 */
export function withoutIncomplete(read: ReadItem[]): ReadItem[] {
  const blank = new Map<string, string[]>();
  for (const one of read) {
    if (one.status !== 'readable') continue;
    const missing = missingTokens(one.lead, one.tokens);
    blank.set(keyOf(one), blank.get(keyOf(one))?.filter((token) => missing.includes(token)) ?? missing);
  }
  return read.map((one) => {
    const missing = one.status === 'readable' ? (blank.get(keyOf(one)) ?? []) : [];
    return missing.length === 0 ? one : { ...one, status: 'incomplete', reason: blankReason(missing) };
  });
}

function keyOf({ campaignId, lead }: { campaignId: string; lead: { email: string } }): string {
  return `${campaignId} ${lead.email}`;
}
