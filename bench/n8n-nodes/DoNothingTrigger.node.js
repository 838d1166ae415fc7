// The floor for a trigger: the registration of the Leadterra Trigger, and nothing behind it. n8n loads it from a folder of
// custom nodes, so it is plain JavaScript.
const done = () => Promise.resolve(true);

export class DoNothingTrigger {
  description = {
    displayName: 'Do Nothing Trigger',
    name: 'doNothingTrigger',
    group: ['trigger'],
    version: 1,
    description: 'Starts the workflow with whatever comes',
    defaults: { name: 'Do Nothing Trigger' },
    inputs: [],
    outputs: ['main'],
    webhooks: [
      {
        name: 'default',
        httpMethod: 'POST',
        path: 'webhook',
        responseMode: 'onReceived',
        responseData: 'noData',
      },
    ],
    properties: [],
  };

  webhookMethods = { default: { checkExists: done, create: done, delete: done } };

  webhook() {
    return Promise.resolve({ workflowData: [[{ json: this.getBodyData() }]] });
  }
}
