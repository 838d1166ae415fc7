import { type CallOptions } from '../api/caller';
import { type LeadterraClient } from '../api/client';
import { id } from './field';

/** The choice of an SDR. */
export const sdr = id({
  label: 'SDR',
  placeholder: 'sdr_01HZD5KQ',
  help: 'Who gets it.',
  list: sdrChoices,
  search: 'find_sdrs',
});

/** What stands for an SDR in samples. */
export const sdrId = { label: 'SDR ID', type: 'id', sample: 'sdr_01HZD5KQ' } as const;

/** The SDRs to choose from. */
export async function sdrChoices(client: LeadterraClient, options?: CallOptions) {
  const sdrs = await client.listSdrs(options);
  return sdrs.map(({ id, name, email, gmailConnected }) => {
    const label = name === undefined ? (email ?? id) : `${name}${email === undefined ? '' : ` (${email})`}`;
    return { id, label: gmailConnected === false ? `${label}, Gmail not connected` : label };
  });
}
