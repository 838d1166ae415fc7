#!/usr/bin/env node
import { parseArgs } from 'node:util';

import { dialects, isDialectName } from './dialects';
import { faults } from './faults';
import { type SandboxOptions } from './options';
import { startSandbox } from './sandbox';
import { signatureEncodings } from './webhooks/signature';

const defaultPort = 4010;

const help = `A Leadterra on this machine.

  --port NUMBER                 default ${defaultPort}; 0 takes a free one
  --dialect NAME                ${Object.keys(dialects).join(', ')}; default reference
  --key KEY                     the API key; default a new sk_test_ one
  --database FILE               SQLite file; default memory
  --time-scale NUMBER           sandbox days pass so many times faster; default 1
  --seed NUMBER                 repeatable ids and chance
  --latency MS                  short for --fault latency:MS
  --fault NAME[:NUMBER]         a fault for every request; may be given again
  --fault-rate SHARE            share of requests, 0 to 1, that meet a --fault-kind at random
  --fault-kind NAME[:NUMBER]    may be given again
  --fault-seed NUMBER           repeatable choice of requests and kinds
  --hard-bounce ADDRESS         an address that bounces for good; may be given again
  --soft-bounce ADDRESS         an address that bounces for now; may be given again
  --hide-webhook-secret         registering a webhook does not answer its secret
  --signing-secret SECRET       the secret of every webhook
  --signature-encoding NAME     ${signatureEncodings.join(', ')}; default hex
  --no-webhook-delete           DELETE /v1/webhooks/:id answers 405
  --help

Faults: ${[...faults.keys()].join(', ')}
`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string' },
      dialect: { type: 'string' },
      key: { type: 'string' },
      database: { type: 'string' },
      'time-scale': { type: 'string' },
      seed: { type: 'string' },
      latency: { type: 'string' },
      fault: { type: 'string', multiple: true },
      'fault-rate': { type: 'string' },
      'fault-kind': { type: 'string', multiple: true },
      'fault-seed': { type: 'string' },
      'hard-bounce': { type: 'string', multiple: true },
      'soft-bounce': { type: 'string', multiple: true },
      'hide-webhook-secret': { type: 'boolean' },
      'signing-secret': { type: 'string' },
      'signature-encoding': { type: 'string' },
      'no-webhook-delete': { type: 'boolean' },
      help: { type: 'boolean' },
    },
  });
  if (values.help === true) {
    process.stdout.write(help);
    return;
  }
  const latency = values.latency === undefined ? [] : [`latency:${values.latency}`];
  const kinds = values['fault-kind'] ?? [];
  const options: SandboxOptions = {
    port: wholeNumber('port', values.port) ?? defaultPort,
    dialect: dialectNamed(values.dialect ?? 'reference'),
    database: values.database ?? ':memory:',
    timeScale: number('time-scale', values['time-scale']) ?? 1,
    signatureEncoding: encodingNamed(values['signature-encoding'] ?? 'hex'),
    webhookSecret: values['hide-webhook-secret'] === true ? 'hidden' : 'in-answer',
    webhookDelete: values['no-webhook-delete'] === true ? 'not-allowed' : 'works',
    bounce: { hard: values['hard-bounce'] ?? [], soft: values['soft-bounce'] ?? [] },
    faults: {
      always: [...latency, ...(values.fault ?? [])],
      kinds,
      rate: number('fault-rate', values['fault-rate']) ?? 0,
      seed: wholeNumber('fault-seed', values['fault-seed']) ?? 1,
    },
  };
  const seed = wholeNumber('seed', values.seed);
  if (seed !== undefined) options.seed = seed;
  if (values.key !== undefined) options.apiKey = values.key;
  if (values['signing-secret'] !== undefined) options.signingSecret = values['signing-secret'];
  await run(options);
}

async function run(options: SandboxOptions): Promise<void> {
  const sandbox = await startSandbox(options);
  process.stdout.write(`Leadterra sandbox: ${sandbox.url}
API key:           ${sandbox.apiKey}
OpenAPI:           ${sandbox.url}/openapi.json
State:             ${sandbox.url}/_sandbox/state

Try:
  curl -H "Authorization: Bearer ${sandbox.apiKey}" ${sandbox.url}/v1/sender-pools

Ctrl-C stops it.
`);
  const stop = () => void sandbox.close();
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

function number(flag: string, value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  const parsed = Number(value);
  if (value.trim() === '' || !Number.isFinite(parsed) || parsed < 0) {
    throw new Error(`--${flag} must be a number from 0 up, not "${value}".`);
  }
  return parsed;
}

function wholeNumber(flag: string, value: string | undefined): number | undefined {
  const parsed = number(flag, value);
  if (parsed !== undefined && !Number.isInteger(parsed)) {
    throw new Error(`--${flag} must be a whole number, not "${value ?? ''}".`);
  }
  return parsed;
}

function dialectNamed(name: string) {
  if (isDialectName(name)) return name;
  throw new Error(`--dialect must be one of ${Object.keys(dialects).join(', ')}, not "${name}".`);
}

function encodingNamed(name: string) {
  const encoding = signatureEncodings.find((known) => known === name);
  if (encoding !== undefined) return encoding;
  throw new Error(`--signature-encoding must be one of ${signatureEncodings.join(', ')}, not "${name}".`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
