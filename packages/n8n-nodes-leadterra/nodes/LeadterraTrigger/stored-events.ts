import { Workflow } from 'n8n-workflow';

import { SeenEvents } from './seen-events';

/**
 * What the triggers of a workflow had stored when n8n loaded it, under this name in the data of each node: for the time
 * after a restart. n8n does not promise the part of the context where it stands; without it, there is nothing.
 */
export function storedEvents(context: object, name: 'seen' | 'polled'): SeenEvents {
  const stored = new SeenEvents();
  const workflow: unknown = Reflect.get(context, 'workflow');
  if (workflow instanceof Workflow)
    for (const data of Object.values(workflow.staticData)) stored.merge(Reflect.get(Object(data), name));
  return stored;
}
