import path from 'node:path';

/** A folder of nodes for n8n's setting N8N_CUSTOM_EXTENSIONS: a trigger that does nothing. */
export const customNodes = path.resolve('bench/n8n-nodes');

export const doNothingTriggerFile = path.join(customNodes, 'DoNothingTrigger.node.js');

/** What n8n calls it. */
export const doNothingTriggerType = 'CUSTOM.doNothingTrigger';
