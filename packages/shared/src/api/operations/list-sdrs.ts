import { type CallOptions } from '../caller';
import { explainSdrKey } from '../errors/sdr-key';
import { defineOperation } from '../operation';
import { sdrs } from '../schemas/sdr';

/** The workspace's SDRs. */
export const listSdrs = defineOperation({
  endpoint: 'GET /v1/sdrs',
  answer: sdrs,
  repeat: 'always',
  explain: explainSdrKey,
  run: async (send, options?: CallOptions) => await send({ task: 'list the SDRs' }, options),
});
