import {
  type IAuthenticateGeneric,
  type Icon,
  type ICredentialTestRequest,
  type ICredentialType,
  type INodeProperties,
} from 'n8n-workflow';

// A key must not travel unencrypted, except to this machine, nor to where a user name only looks like the host. A host
// that cannot exist ends the test before it is sent.
const safeBaseUrl =
  '={{ /^(https:[/][/]|http:[/][/](localhost|127[.]0[.]0[.]1|[[]::1[\\]])(:[0-9]+)?([/]|$))[^@\\s\\\\]*$/i.test($credentials.baseUrl.trim()) ? $credentials.baseUrl.trim() : "https://the-base-url-must-begin-with-https.invalid" }}';

export class LeadterraApi implements ICredentialType {
  name = 'leadterraApi';

  displayName = 'Leadterra API';

  documentationUrl =
    'https://github.com/leadterra/leadterra-integrations/tree/main/packages/n8n-nodes-leadterra#credentials';

  icon: Icon = { light: 'file:../icons/leadterra.svg', dark: 'file:../icons/leadterra.dark.svg' };

  properties: INodeProperties[] = [
    {
      displayName: 'API Key',
      name: 'apiKey',
      type: 'string',
      typeOptions: { password: true },
      default: '',
      required: true,
      placeholder: 'sk_live_…',
      description:
        'From Leadterra under Settings → API Keys. A key belongs to one workspace and is shown only once, when you create it.',
    },
    {
      displayName: 'Base URL',
      name: 'baseUrl',
      type: 'string',
      default: 'https://app.leadterra.co',
      required: true,
      description: 'Where the Leadterra API is. It must begin with https:// unless it is on this machine.',
    },
    {
      displayName: 'Webhook Signing Secret',
      name: 'webhookSigningSecret',
      type: 'string',
      typeOptions: { password: true },
      default: '',
      description:
        'The secret that Leadterra signs its webhooks with. If you fill it in, the Leadterra Trigger refuses every delivery without a valid signature. Leave it empty if Leadterra shows you none.',
    },
  ];

  authenticate: IAuthenticateGeneric = {
    type: 'generic',
    properties: { headers: { Authorization: '=Bearer {{$credentials.apiKey.trim()}}' } },
  };

  test: ICredentialTestRequest = {
    request: { baseURL: safeBaseUrl, url: '/v1/sender-accounts', disableFollowRedirect: true },
    rules: [
      {
        type: 'responseCode',
        properties: {
          value: 401,
          message:
            'Leadterra did not accept the API key. Copy it again from Leadterra under Settings → API Keys (it begins with sk_live_ or sk_test_).',
        },
      },
    ],
  };
}
