import { type CallOptions } from '../caller';
import { explainSdrKey } from '../errors/sdr-key';
import { defineOperation } from '../operation';
import { gmailStatus } from '../schemas/sdr';

/** Whether the Gmail account of the key's SDR is connected and well. */
export const getGmailStatus = defineOperation({
  endpoint: 'GET /v1/sdr/gmail/status',
  answer: gmailStatus,
  repeat: 'always',
  explain: explainSdrKey,
  run: async (send, options?: CallOptions) => await send({ task: 'get the status of Gmail' }, options),
});
