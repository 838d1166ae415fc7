import { defineAction } from './action';
import { optional, text } from './field';
import { sdrId } from './sdr';

// The API answers with all of them and filters by nothing. A Zapier search must have something to search by.
export const findSdrs = defineAction({
  key: 'find_sdrs',
  resource: 'sdr',
  operation: 'getMany',
  label: 'Find SDRs',
  description: 'Finds the SDRs of the workspace, each with whether their Gmail account is connected.',
  kind: 'read',
  isIdempotent: true,
  fields: {
    person: optional(
      text({
        label: 'Name or Email',
        placeholder: 'Jordan Lee',
        help: 'Only SDRs whose name or address contains this.',
      }),
    ),
  },
  output: {
    id: sdrId,
    name: { label: 'Name', type: 'text', sample: 'Jordan Lee' },
    email: { label: 'Email', type: 'text', sample: 'jordan@example.com' },
    gmailConnected: { label: 'Gmail Is Connected', type: 'yesNo', sample: true },
    gmailEmail: { label: 'Gmail Address', type: 'text', sample: 'jordan.sdr@example.com' },
  },
  runs: 'a list',
  run: async (client, { person = '' }, options) => {
    const wanted = person.toLowerCase();
    const sdrs = await client.listSdrs(options);
    return {
      list: sdrs.filter(({ name, email }) => `${name ?? ''} ${email ?? ''}`.toLowerCase().includes(wanted)),
    };
  },
});
