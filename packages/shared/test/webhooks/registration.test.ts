import { assertReachableWebhookUrl, isSameRegistration } from '@leadterra/shared';

const kept = {
  id: 'wh_1',
  url: 'https://n8n.example/webhook/1',
  events: ['message.bounced', 'message.sent'],
};

describe('a kept registration', () => {
  test('serves the same URL with the same events in any order, and nothing else', () => {
    expect(isSameRegistration(kept, { url: kept.url, events: ['message.sent', 'message.bounced'] })).toBe(
      true,
    );
    expect(isSameRegistration(kept, { url: kept.url, events: ['message.bounced'] })).toBe(false);
    expect(isSameRegistration(kept, { url: kept.url, events: ['message.bounced', 'reply.received'] })).toBe(
      false,
    );
    expect(isSameRegistration(kept, { ...kept, events: [...kept.events, 'reply.received'] })).toBe(false);
    expect(isSameRegistration(kept, { ...kept, events: [...kept.events, 'message.sent'] })).toBe(true);
    expect(isSameRegistration(kept, { ...kept, url: 'https://n8n.example/webhook-test/1' })).toBe(false);
  });
});

describe('a webhook URL', () => {
  const api = 'https://app.leadterra.co';
  test.each([
    'http://n8n.example/webhook/1',
    'http://localhost:5678/webhook/1',
    'https://127.0.0.1/webhook/1',
  ])('that Leadterra cannot reach is refused with a hint to WEBHOOK_URL: %s', (url) => {
    const { origin } = new URL(url);
    expect(() => assertReachableWebhookUrl(url, api)).toThrow(
      `Leadterra cannot deliver events to ${origin}: it needs a public address that begins with https://. On your own n8n, set the environment variable WEBHOOK_URL to its public https address and restart it.`,
    );
  });

  test('may be public https, or anything when the API is on this machine', () => {
    expect(() => assertReachableWebhookUrl('https://n8n.example/webhook/1', api)).not.toThrow();
    expect(() => assertReachableWebhookUrl('http://localhost:5678/w', 'http://127.0.0.1:4010')).not.toThrow();
    expect(() => assertReachableWebhookUrl('http://n8n:5678/w', 'http://sandbox:4010')).not.toThrow();
  });
});
