import { type Action, actions, type Given, type LeadterraClient, type Result } from '@leadterra/shared';

export function actionOf(key: string): Action {
  const action = actions.find((one) => one.key === key);
  if (!action) throw new Error(`There is no action "${key}".`);
  return action;
}

/** What an action gives for one item; rejects with what goes wrong. */
export async function resultsOf(key: string, client: LeadterraClient, given: Given): Promise<Result[]> {
  const results: Result[] = [];
  for await (const settled of actionOf(key).run(client, [() => given])) {
    if ('error' in settled) throw settled.error;
    results.push(...settled.results);
  }
  return results;
}
