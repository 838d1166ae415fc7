import { boolean, number, object, string } from '../../../shared/core';
import { parseField } from '../../../shared/parse-field';
import { type Operation, perItem } from '../operation';

const limit = number().int().min(1);
const filters = object({
  campaignId: string().trim().optional(),
  classification: string().trim().optional(),
});

/** Reads replies, newest first, of one campaign or of all. */
export const getMany: Operation = {
  option: {
    name: 'Get Many',
    value: 'getMany',
    action: 'Get many replies',
    description: 'Get the replies of leads, newest first, each with its classification',
  },
  description: [
    {
      displayName: 'Return All',
      name: 'returnAll',
      type: 'boolean',
      default: false,
      description: 'Whether to return all results or only up to a given limit',
    },
    {
      displayName: 'Limit',
      name: 'limit',
      type: 'number',
      typeOptions: { minValue: 1 },
      default: 50,
      displayOptions: { show: { returnAll: [false] } },
      description: 'Max number of results to return',
    },
    {
      displayName: 'Filters',
      name: 'filters',
      type: 'collection',
      placeholder: 'Add Filter',
      default: {},
      options: [
        {
          displayName: 'Campaign ID',
          name: 'campaignId',
          type: 'string',
          default: '',
          placeholder: 'e.g. camp_01HZA1TPNQ8RD4KF',
          description: 'Only replies to this campaign',
        },
        {
          displayName: 'Classification',
          name: 'classification',
          type: 'string',
          default: '',
          placeholder: 'e.g. interested',
          description:
            'Only replies that Leadterra classified so: interested, not_interested, out_of_office, bounce, unsubscribe or another word it uses',
        },
      ],
    },
  ],
  execute: async (context, client) =>
    await perItem(context, async (item) => {
      const returnAll = parseField('Return All', boolean(), context.getNodeParameter('returnAll', item));
      const most = returnAll
        ? undefined
        : parseField('Limit', limit, context.getNodeParameter('limit', item));
      const { campaignId, classification } = parseField(
        'Filters',
        filters,
        context.getNodeParameter('filters', item, {}),
      );
      // The API filters by campaign only; to limit what is left, all replies must be read first.
      const { replies } = await client.listReplies(
        { campaignId: campaignId || undefined, limit: classification ? undefined : most },
        { signal: context.getExecutionCancelSignal() },
      );
      return replies
        .filter((reply) => !classification || reply.classification === classification)
        .slice(0, most);
    }),
};
