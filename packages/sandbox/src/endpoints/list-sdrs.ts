import { Type } from '@sinclair/typebox';

import { wholeAnswer } from '../dialects/answer';
import { type Sdr, sdrsOf } from '../sdr/people';
import { defineEndpoint } from './define-endpoint';

/** Of the workspace: a key without an SDR may ask, too. */
export const listSdrs = defineEndpoint({
  method: 'GET',
  path: '/sdrs',
  operationId: 'listSdrs',
  tag: 'sdrs',
  summary: 'The people who answer leads',
  input: {},
  // The SDR pages have one form: everything under `data`.
  answers: wholeAnswer(
    Type.Object({
      data: Type.Array(
        Type.Object({
          id: Type.String(),
          name: Type.String(),
          email: Type.String(),
          gmailConnected: Type.Boolean(),
          gmailEmail: Type.Union([Type.String(), Type.Null()]),
        }),
      ),
    }),
    (sdrs: Sdr[]) => ({ data: sdrs }),
  ),
  open: (workspace) => () => sdrsOf(workspace),
});
