// The peer's side of the benchmark: told by lines of JSON on standard input what to time, answers with milliseconds. Serves HTTP as well.
import { createServer } from 'node:http';
import { createInterface } from 'node:readline';
import * as sdk from '@autonoma-ai/sdk';
import { createHandler } from '@autonoma-ai/server-web';
import { z } from 'zod';

const sharedSecret = 'shared-secret-of-the-benchmark';
const signingSecret = 'signing-secret-of-the-benchmark';
const rows = new Map();
let next = 0;

const factory = (shape) => sdk.defineFactory({
  inputSchema: z.object(shape),
  create: async (data) => {
    const row = { id: String(++next), ...data };
    rows.set(row.id, row);
    return row;
  },
  teardown: async (record) => { rows.delete(record.id); },
});

const config = {
  scopeField: 'organizationId',
  sharedSecret,
  signingSecret,
  factories: {
    Organization: factory({ name: z.string() }),
    User: factory({ email: z.string(), name: z.string(), age: z.number(), active: z.boolean(), organizationId: z.string() }),
  },
  auth: async () => ({ headers: { Authorization: 'Bearer token' } }),
};
const handler = createHandler(config);

const bodies = new Map();
const send = async (body, signature) => {
  const answer = await sdk.handleRequest(config, { body, headers: { 'x-signature': signature } });
  const text = JSON.stringify(answer.body);
  if (answer.status !== 200) throw new Error(text);
  return text;
};

const parts = {
  load: ({ name, body }) => bodies.set(name, body) && {},
  async lifecycle({ name, times }) {
    const body = bodies.get(name);
    const signature = sdk.signBody(body, sharedSecret);
    let up = 0, down = 0;
    for (let i = 0; i < times; i++) {
      const start = performance.now();
      const text = await send(body, signature);
      const middle = performance.now();
      const downBody = JSON.stringify({ action: 'down', refsToken: JSON.parse(text).refsToken });
      const downSignature = sdk.signBody(downBody, sharedSecret);
      const again = performance.now();
      await send(downBody, downSignature);
      down += performance.now() - again;
      up += middle - start;
    }
    if (rows.size > 0) throw new Error(`${rows.size} rows stayed`);
    return { up, down };
  },
  token({ name, times }) {
    const payload = JSON.parse(bodies.get(name));
    let token;
    const start = performance.now();
    for (let i = 0; i < times; i++) token = sdk.signRefs(payload, signingSecret);
    const middle = performance.now();
    for (let i = 0; i < times; i++) sdk.verifyRefs(token, signingSecret);
    return { sign: middle - start, verify: performance.now() - middle };
  },
  hmac({ name, times }) {
    const body = bodies.get(name);
    const start = performance.now();
    let signature;
    for (let i = 0; i < times; i++) signature = sdk.signBody(body, sharedSecret);
    const middle = performance.now();
    for (let i = 0; i < times; i++) if (!sdk.verifySignature(body, signature, sharedSecret)) throw new Error('not verified');
    return { sign: middle - start, verify: performance.now() - middle };
  },
};

createServer(async (request, response) => {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const answer = await handler(new Request('http://127.0.0.1/api/autonoma', { method: 'POST', headers: request.headers, body: Buffer.concat(chunks) }));
  response.writeHead(answer.status, { 'content-type': 'application/json' }).end(Buffer.from(await answer.arrayBuffer()));
}).listen(0, '127.0.0.1', async function () {
  console.log(this.address().port);
  for await (const line of createInterface({ input: process.stdin })) {
    const command = JSON.parse(line);
    console.log(JSON.stringify(await parts[command.part](command)));
  }
  process.exit(0);
});
