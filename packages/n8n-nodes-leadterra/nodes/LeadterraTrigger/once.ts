import { deepCopy, type IDataObject, type IWebhookFunctions, Workflow } from 'n8n-workflow';

import { hasAnyStarted, tellOthers } from '../shared/core';
import { SeenEvents } from './seen-events';
import { storedEvents } from './stored-events';

// Per node of an active workflow, for as long as the process lives.
const seenEvents = new Map<string, SeenEvents>();

/** Whether the event is now to start the workflow: it has not done so before. */
export async function isNew(context: IWebhookFunctions, eventKey: string): Promise<boolean> {
  // Whoever tests in the editor sends the same event again and again.
  if (context.getMode() === 'manual') return true;
  const workflow = context.getWorkflow().id ?? '';
  const node = `${workflow}/${context.getNode().id}`;
  const seen = seenEvents.get(node) ?? new SeenEvents();
  seenEvents.set(node, seen);
  tellOthers('delivered', workflow, node, seen);
  // A Leadterra Reply Trigger of this workflow has found it first.
  if (hasAnyStarted('polled', workflow, eventKey) || storedEvents(context, 'polled').has(eventKey))
    return false;
  seen.merge(context.getWorkflowStaticData('node')['seen']);
  const toStore = await seen.claim(eventKey, Date.now(), hasStarted(context));
  if (!toStore) return false;
  // n8n stores this after it has started the workflow and before it answers.
  staticDataToStore(context)['seen'] = toStore;
  return true;
}

/**
 * Whether n8n has started the workflow, once it answers: only if it could not, the status says so. Whether Leadterra
 * still waits for the answer, which it does for 10 seconds, tells nothing: a busy n8n starts the workflow all the same.
 */
function hasStarted(context: IWebhookFunctions): Promise<boolean> {
  const response = context.getResponseObject();
  return new Promise((resolve) => {
    const end = response.end.bind(response);
    Reflect.set(response, 'end', (...given: unknown[]): unknown => {
      resolve(response.statusCode < 400);
      const ended: unknown = Reflect.apply(end, response, given);
      return ended;
    });
  });
}

let hasWarned = false;

/**
 * n8n stores static data that is marked as changed. But as it starts the workflow, it wraps the loaded object anew, and
 * that takes the mark away (seen in 2.41.1). A copy keeps it. It can be put in only by a part of the context that n8n
 * does not promise to keep.
 */
function staticDataToStore(context: IWebhookFunctions): IDataObject {
  const workflow: unknown = Reflect.get(context, 'workflow');
  if (workflow instanceof Workflow) workflow.overrideStaticData(deepCopy(workflow.staticData));
  else if (!hasWarned) {
    hasWarned = true;
    context.logger.warn(
      'This version of n8n does not let the Leadterra Trigger store which events have started the workflow. One that Leadterra delivers again after a restart of n8n starts it again.',
    );
  }
  return context.getWorkflowStaticData('node');
}
