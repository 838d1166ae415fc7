import { type Preset } from '../preset';

export const stripe = {
  source: 'stripe',
  label: 'Stripe',
  shapes: [
    {
      name: 'Customer',
      keys: ['livemode', 'invoice_prefix'],
      matches: ({ object }) => object === 'customer',
      // Its `name` is a person's or a company's.
      columnsIn: '',
      fields: { email: ['email'], fullName: ['name'] },
    },
  ],
} as const satisfies Preset;
