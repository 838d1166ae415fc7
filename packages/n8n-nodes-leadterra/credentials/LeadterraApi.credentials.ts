import {
  type IAuthenticate,
  type Icon,
  type ICredentialTestRequest,
  type ICredentialType,
  type INodeProperties,
} from 'n8n-workflow';

// The rules of parseBaseUrl, as far as an expression can tell: a key must not travel unencrypted, except on this machine and
// in a private network, nor to where a user name only looks like the host. A host that cannot exist, and that n8n's message
// names, ends the test before it is sent.
const safeHttp = 'http:[/][/]([a-z_][a-z0-9_-]*([.]internal)?|127[.]0[.]0[.]1|[[]::1[\\]])(:[0-9]+)?([/]|$)';
const rest = '[^@\\s\\\\]*$';
const safeBaseUrl =
  '={{ ((url) => ' +
  '/[/]v[0-9]+[/]*$/i.test(url) ? "https://the-base-url-must-not-end-in-v1.invalid" : ' +
  `/^(https:[/][/]|${safeHttp})${rest}/i.test(url) || ($credentials.allowHttp && /^http:[/][/]${rest}/i.test(url)) ? url : ` +
  '"https://the-base-url-must-begin-with-https.invalid")($credentials.baseUrl.trim()) }}';

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
      description:
        'Where the Leadterra API is. It must begin with https:// unless it is on this machine or in a private network of containers, such as http://sandbox:4010.',
    },
    {
      displayName: 'Allow Plain HTTP',
      name: 'allowHttp',
      type: 'boolean',
      default: false,
      description:
        'Whether the base URL may begin with http:// anywhere. Whoever is on the way can then read the API key: only for a network of your own.',
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

  // Not the usual object with an expression: n8n would evaluate that in an isolate for every request.
  authenticate: IAuthenticate = ({ apiKey }, request) => {
    const key = typeof apiKey === 'string' ? apiKey.trim() : '';
    return Promise.resolve({ ...request, headers: { ...request.headers, Authorization: `Bearer ${key}` } });
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
