import { defineAction } from './action';
import { limit, yesNo } from './field';
import { followUpOutput } from './follow-up';

export const findDueFollowUps = defineAction({
  key: 'find_due_follow_ups',
  resource: 'followUp',
  operation: 'getDue',
  label: 'Find Due Follow-Ups',
  description: 'Finds the follow-ups that the SDR of the API key has to do now.',
  kind: 'read',
  isIdempotent: true,
  fields: {
    limit: limit({ default: 50 }),
    includeUpcoming: yesNo({
      label: 'Include Upcoming',
      default: false,
      help: 'Whether to find also those that fall due later.',
    }),
  },
  output: followUpOutput,
  runs: 'a list',
  run: async (client, { limit, includeUpcoming }, options) => {
    const { followUps, isComplete } = await client.listDueFollowUps({ limit, includeUpcoming }, options);
    return {
      list: followUps,
      ...(!isComplete && { note: 'Leadterra hands out 200 follow-ups at most: there may be more.' }),
    };
  },
});
