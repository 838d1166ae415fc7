/** Whether an event, by its key, has started the workflow. */
type Memory = { has: (eventKey: string) => boolean };
type Source = 'delivered' | 'polled';

/**
 * What the triggers of each workflow remember, for as long as the process lives. It stands in the file that all nodes
 * share, so that a reply that one trigger was told of is not found once more by another.
 */
const memories: Record<Source, Map<string, Map<string, Memory>>> = {
  delivered: new Map(),
  polled: new Map(),
};

/** Lets the triggers of the other kind in the same workflow ask what this node has started it with. */
export function tellOthers(source: Source, workflow: string, node: string, memory: Memory): void {
  const ofWorkflow = memories[source].get(workflow) ?? new Map<string, Memory>();
  memories[source].set(workflow, ofWorkflow.set(node, memory));
}

/** Whether a trigger of this kind has started the workflow with an event. */
export function hasAnyStarted(source: Source, workflow: string, eventKey: string): boolean {
  return [...(memories[source].get(workflow)?.values() ?? [])].some((memory) => memory.has(eventKey));
}
