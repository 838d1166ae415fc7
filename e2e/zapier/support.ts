import { type Sandbox, type SandboxOptions, startSandbox } from '@leadterra/sandbox';
import { closeStandIns } from '@leadterra/testing/stand-in';
import { openZapierApp, type ZapierApp, type ZapierAuth } from '@leadterra/testing/zapier';
import { type Filled, mappedList } from '@leadterra/testing/zapier-editor';
import { ZapierRunError } from '@leadterra/testing/zapier-run-error';

/** A sandbox, and the built app connected to it. */
export type Connected = { sandbox: Sandbox; zapier: ZapierApp };

const open: Connected[] = [];

/** Connects the built app to a sandbox of its own. Both last until `closeConnected`. */
export async function connected(
  options: SandboxOptions = {},
  auth: Partial<ZapierAuth> = {},
): Promise<Connected> {
  const sandbox = await startSandbox({ seed: 1, timeScale: 0, ...options });
  const zapier = await openZapierApp({ baseUrl: sandbox.url, auth: { apiKey: sandbox.apiKey, ...auth } });
  open.push({ sandbox, zapier });
  return { sandbox, zapier };
}

/** A run of Enroll Leads in a Zap whose step before gave a list of people. */
export async function enrollList(
  zapier: ZapierApp,
  campaign: string,
  people: Record<string, unknown>[],
  more: Filled = {},
) {
  const { filled, steps } = mappedList(people);
  return await zapier.createInZap('enroll_leads', { campaign, ...filled, ...more }, steps);
}

/** The ID of a campaign with one step. */
export async function newCampaign(zapier: ZapierApp, name: string): Promise<string> {
  const filled = { name, step1Subject: 's', step1BodyHtml: 'b' };
  return String((await zapier.createInZap('create_campaign', filled))['id']);
}

/** Closes all sandboxes and apps, and all stand-ins. */
export async function closeConnected(): Promise<void> {
  await closeStandIns();
  for (const { sandbox, zapier } of open.splice(0)) {
    await zapier.close();
    await sandbox.close();
  }
}

/** What a Zap's owner reads of a step that fails; else what the step put out. */
export async function shown(run: Promise<unknown>) {
  try {
    return { result: await run };
  } catch (error) {
    if (!(error instanceof ZapierRunError)) throw error;
    const { kind, code, status, delay, message } = error;
    return { kind, code, status, delay, message };
  }
}
