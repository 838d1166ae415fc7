import { type GmailState } from '../domain';
import { ApiError } from '../http/api-error';
import { type Workspace } from '../workspace';

export type Sdr = {
  id: string;
  name: string;
  email: string;
  gmailConnected: boolean;
  gmailEmail: string | null;
};

/** The one whose Gmail account the option `gmail` is about, and whom the key is linked to unless told otherwise. */
const linked: Sdr = {
  id: 'sdr_4JW8T2QX',
  name: 'Jordan Lee',
  email: 'jordan@example.com',
  gmailConnected: true,
  gmailEmail: 'jordan.sdr@example.com',
};

/** The same in every sandbox, but for the Gmail account of the first: the API can only read them. */
export function sdrsOf(workspace: Workspace): Sdr[] {
  const isConnected = gmailStateOf(workspace) !== 'disconnected';
  return [
    { ...linked, gmailConnected: isConnected, gmailEmail: isConnected ? linked.gmailEmail : null },
    {
      id: 'sdr_4JW8T2QY',
      name: 'Sam Ortiz',
      email: 'sam@example.com',
      gmailConnected: false,
      gmailEmail: null,
    },
  ];
}

/** The state of the Gmail account of the key's SDR. */
export function gmailStateOf({ options }: Workspace): GmailState {
  return options.gmail ?? 'active';
}

/** The SDR that the key is linked to. Throws a 403 where it is linked to none: what really comes then is a guess. */
export function sdrOfKey({ options }: Workspace): Sdr {
  if (options.keyWithoutSdr !== true) return linked;
  throw new ApiError(403, 'sdr_required', 'The API key is not linked to an SDR.');
}
