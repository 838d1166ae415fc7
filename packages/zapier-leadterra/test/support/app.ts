import { type EarlierSteps, type Filled, resolveInput } from '@leadterra/testing/zapier-editor';
import nock from 'nock';
import { type Bundle, createAppTester, type Search, type ZObject } from 'zapier-platform-core';
import * as z from 'zod/mini';

import App from '../../src';

const appTester = createAppTester(App);

export const apiKey = 'sk_test_4Zq8unittest';
const authData = { apiKey };

/** The API, of which nothing answers but what a test says. */
export function leadterra(): nock.Scope {
  return nock('https://app.leadterra.co', { reqheaders: { authorization: `Bearer ${apiKey}` } });
}

/** Before and after each test: no network, and every answer that was prepared has been asked for. */
export function isolateNetwork(): void {
  beforeAll(() => nock.disableNetConnect());
  // Node's http module outlives a test file; the next one could not intercept what is still intercepted.
  afterAll(() => nock.restore());
  afterEach(() => {
    const unused = nock.pendingMocks();
    nock.cleanAll();
    expect(unused).toEqual([]);
  });
}

type Perform = (z: ZObject, bundle: Bundle) => unknown;
type TestBundle = Omit<Partial<Bundle>, 'authData'> & { authData?: Record<string, string | undefined> };

/** One run of a step, through zapier-platform-core. */
export async function run(perform: unknown, bundle: TestBundle = {}): Promise<unknown> {
  if (!isPerform(perform)) throw new Error('This is no perform function.');
  return await appTester(perform, { authData, ...bundle });
}

function isPerform(value: unknown): value is Perform {
  return typeof value === 'function';
}

/** A trigger's operation. Its type does not tell which of the three kinds of trigger it is. */
export function operationOf(key: keyof typeof App.triggers): Record<string, unknown> {
  return { ...App.triggers[key]?.operation };
}

export async function runCreate(key: string, inputData: Record<string, unknown>) {
  return await run(App.creates[key]?.operation.perform, { inputData });
}

/** A run of an action whose fields were filled in as the editor shows them, after earlier steps of the Zap. */
export async function runInZap(key: string, filled: Filled, steps: EarlierSteps = {}) {
  return await runCreate(key, resolveInput(await inputFields(key, filled), filled, steps));
}

/** The input fields of an action, with the ones that depend on what is filled in. */
export async function inputFields(key: string, inputData: Record<string, unknown> = {}) {
  const resolved: unknown[] = [];
  for (const field of App.creates[key]?.operation.inputFields ?? [])
    resolved.push(typeof field === 'function' ? await run(field, { inputData }) : field);
  return z.array(z.looseObject({ key: z.string(), helpText: z.optional(z.string()) })).parse(resolved.flat());
}

/** The keys of what a step gives, and those of its sample. */
export function keysOf(key: string, output: unknown) {
  return {
    given: Object.keys(z.record(z.string(), z.unknown()).parse(output)),
    inSample: Object.keys(App.creates[key]?.operation.sample ?? {}),
  };
}

export async function runSearch(key: string, inputData: Record<string, unknown>) {
  const searches: Partial<Record<string, Search>> = App.searches;
  return await run(searches[key]?.operation.perform, { inputData });
}

/** How a run fails: the kind of Zapier's error, and what the Zap's owner reads. */
export async function failure(running: Promise<unknown>): Promise<Record<string, unknown>> {
  try {
    await running;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const shown: unknown = error.message.startsWith('{')
      ? JSON.parse(error.message)
      : { message: error.message };
    return { name: error.name, ...(typeof shown === 'object' && shown) };
  }
  throw new Error('It did not fail.');
}
