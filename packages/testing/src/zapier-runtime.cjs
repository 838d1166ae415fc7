// Runs in a process of its own: `zapierwrapper.js` of an unzipped app, as AWS Lambda would load it on Zapier.
// Messages in are `{ id, event }`; messages out are `{ id, results }` or `{ id, error }`.
const path = require('node:path');
const process = require('node:process');

const { handler } = require(path.resolve(process.argv[2], 'zapierwrapper.js'));

process.on('message', async ({ id, event }) => {
  try {
    const { results } = await handler(event, {});
    process.send({ id, results });
  } catch ({ name, message }) {
    process.send({ id, error: { name, message } });
  }
});
