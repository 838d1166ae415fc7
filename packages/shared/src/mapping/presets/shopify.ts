import { type Preset } from '../preset';

export const shopify = {
  source: 'shopify',
  label: 'Shopify',
  shapes: [
    {
      name: 'Customer',
      keys: ['email_marketing_consent', 'admin_graphql_api_id', 'default_address'],
      matches: (record) => 'orders_count' in record || 'email_marketing_consent' in record,
      fields: {
        email: ['email'],
        firstName: ['first_name', 'default_address.first_name'],
        lastName: ['last_name', 'default_address.last_name'],
        company: ['default_address.company', 'addresses[].company'],
      },
      // Not subscribed is not unsubscribed: most customers were never asked.
      optOut: [{ path: 'email_marketing_consent.state', when: ['unsubscribed', 'redacted', 'invalid'] }],
      knows: ['accepts_marketing', 'marketing_opt_in_level'],
    },
  ],
} as const satisfies Preset;
