#!/usr/bin/env node
import { Command, Option } from '@commander-js/extra-typings';

import { dialects } from './dialects';
import { type DialectName } from './dialects/dialect';
import { type GmailState, gmailStates } from './domain';
import { faults } from './faults';
import { defaultHost, isLoopback } from './http/private-host';
import { type SandboxOptions } from './options';
import { startSandbox } from './sandbox';
import { signatureEncodings } from './webhooks/signature';

const dialectNames = Object.values(dialects).map(({ name }) => name);

const command = new Command('leadterra-sandbox')
  .description('A Leadterra on this machine.')
  .addOption(wholeNumber('--port <number>', 'where to listen; 0 takes a free port').default(4010))
  .option(
    '--host <address>',
    'where to listen: any but 127.0.0.1 asks for the key on the page too',
    defaultHost,
  )
  .addOption(oneOf('--dialect <name>', 'whose answers', dialectNames).default<DialectName>('reference'))
  .option('--key <key>', 'the API key (default: a new sk_test_ one)')
  .option('--database <file>', 'SQLite file (default: memory)')
  .addOption(number('--time-scale <number>', 'sandbox days pass so many times faster').default(1))
  .addOption(wholeNumber('--seed <number>', 'repeatable ids and chance'))
  .addOption(wholeNumber('--latency <ms>', 'short for --fault latency:MS'))
  .option('--fault <fault...>', 'a fault for every request: NAME or NAME:NUMBER; may be given again')
  .addOption(number('--fault-rate <share>', 'share of requests that meet a --fault-kind at random', 1))
  .option('--fault-kind <fault...>', 'may be given again')
  .addOption(wholeNumber('--fault-seed <number>', 'repeatable choice of requests and kinds').default(1))
  .option('--hard-bounce <address...>', 'an address that bounces for good; may be given again')
  .option('--soft-bounce <address...>', 'an address that bounces for now; may be given again')
  .option('--campaign-status-in-stats', 'statistics tell the status of the campaign in every dialect')
  .option('--campaign-list', 'GET /v1/campaigns lists the campaigns')
  .option('--key-without-sdr', 'the key is linked to no SDR')
  .addOption(
    oneOf('--gmail <state>', "how the SDR's Gmail account is", gmailStates).default<GmailState>('active'),
  )
  .option('--hide-webhook-secret', 'registering a webhook does not answer its secret')
  .option('--signing-secret <secret>', 'the secret of every webhook')
  .addOption(
    oneOf('--signature-encoding <name>', 'of X-Leadterra-Signature', signatureEncodings).default('hex'),
  )
  .option('--no-webhook-delete', 'DELETE /v1/webhooks/:id answers 405')
  .helpOption('--help', 'show this')
  .addHelpText('after', `\nFaults: ${[...faults.keys()].join(', ')}`)
  // The same form as that of what this file and the sandbox say: a sentence.
  .configureOutput({
    outputError: (text, write) =>
      write(text.replace(/^error: (.)/, (_start, letter: string) => letter.toUpperCase())),
  });

type Flags = ReturnType<typeof command.opts>;

function toOptions(flags: Flags): SandboxOptions {
  return {
    port: flags.port,
    host: flags.host,
    dialect: flags.dialect,
    apiKey: flags.key,
    database: flags.database,
    timeScale: flags.timeScale,
    seed: flags.seed,
    faults: {
      always: [...(flags.latency === undefined ? [] : [`latency:${flags.latency}`]), ...(flags.fault ?? [])],
      kinds: flags.faultKind,
      rate: flags.faultRate,
      seed: flags.faultSeed,
    },
    bounce: { hard: flags.hardBounce, soft: flags.softBounce },
    campaignStatusInStats: flags.campaignStatusInStats,
    campaignList: flags.campaignList === true ? 'works' : 'unknown',
    keyWithoutSdr: flags.keyWithoutSdr,
    gmail: flags.gmail,
    webhookSecret: flags.hideWebhookSecret === true ? 'hidden' : 'in-answer',
    signingSecret: flags.signingSecret,
    signatureEncoding: flags.signatureEncoding,
    webhookDelete: flags.webhookDelete ? 'works' : 'not-allowed',
  };
}

async function run(flags: Flags): Promise<void> {
  const sandbox = await startSandbox(toOptions(flags)).catch((error: unknown) => {
    throw isTaken(error) ? new Error(takenPort(flags.port)) : error;
  });
  const signIn = isLoopback(flags.host) ? '' : ' (any name, and the API key as the password)';
  process.stdout.write(`Leadterra sandbox: ${sandbox.url}
Look at it:        ${sandbox.url}/${signIn}
API key:           ${sandbox.apiKey}
OpenAPI:           ${sandbox.url}/openapi.json

Try:
  curl -H "Authorization: Bearer ${sandbox.apiKey}" ${sandbox.url}/v1/sender-pools

Ctrl-C stops it.
`);
  const stop = () => void sandbox.close();
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
}

function takenPort(port: number): string {
  return `Port ${port} is taken. Choose another one with --port, or any that is free with --port 0.`;
}

/** An option whose value is a number from 0 up, at most `most`. */
function number<Usage extends string>(usage: Usage, description: string, most = Infinity) {
  const option = new Option(usage, description);
  return option.argParser((value) => toNumber(option, value, most));
}

function wholeNumber<Usage extends string>(usage: Usage, description: string) {
  const option = new Option(usage, description);
  return option.argParser((value) => {
    const parsed = toNumber(option, value, Infinity);
    if (Number.isInteger(parsed)) return parsed;
    throw new Error(`${option.long ?? ''} must be a whole number, not "${value}".`);
  });
}

function toNumber({ long = '' }: { long?: string }, value: string, most: number): number {
  const parsed = Number(value);
  if (value.trim() !== '' && Number.isFinite(parsed) && parsed >= 0 && parsed <= most) return parsed;
  const range = most === Infinity ? 'from 0 up' : `from 0 to ${most}`;
  throw new Error(`${long} must be a number ${range}, not "${value}".`);
}

function oneOf<Usage extends string, Name extends string>(
  usage: Usage,
  description: string,
  names: readonly Name[],
) {
  const option = new Option(usage, `${description}: ${names.join(', ')}`);
  return option.argParser((value) => {
    const name = names.find((known) => known === value);
    if (name !== undefined) return name;
    throw new Error(`${option.long ?? ''} must be one of ${names.join(', ')}, not "${value}".`);
  });
}

command
  .action(run)
  .parseAsync()
  .catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  });
