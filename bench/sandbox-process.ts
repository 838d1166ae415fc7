import { startSandbox } from '@leadterra/sandbox';

const { url, apiKey } = await startSandbox();
process.send?.({ url, apiKey });
