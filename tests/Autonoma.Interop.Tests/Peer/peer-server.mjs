// An app that uses the published packages as their guide says, for our client to drive. Nothing here is of theirs but what they export.
import { createServer } from 'node:http';
import * as sdk from '@autonoma-ai/sdk';
import { createHandler } from '@autonoma-ai/server-web';
import { z } from 'zod';

const secrets = { sharedSecret: 'peer-shared-secret', signingSecret: 'peer-signing-secret' };
const rows = new Map();
const events = [];
let next = 0;

const keep = (model, data) => {
  if (data.name === 'explode') throw new Error('the database said no');
  const row = { id: `${model.toLowerCase()}_${++next}`, ...data };
  rows.set(row.id, row);
  events.push(`create ${model}`);
  return row;
};
const factory = (model, shape) => sdk.defineFactory({
  inputSchema: z.object(shape),
  create: async (data) => keep(model, data),
  teardown: async (record) => {
    rows.delete(record.id);
    events.push(`delete ${model}`);
  },
});

const config = {
  scopeField: 'organizationId',
  ...secrets,
  factories: {
    Organization: factory('Organization', { name: z.string(), plan: z.string().default('free') }),
    User: factory('User', { email: z.string().email(), age: z.number().optional(), active: z.boolean().default(true), organizationId: z.string() }),
    NoteTag: factory('NoteTag', { title: z.string(), tags: z.array(z.string()).optional(), due: z.date().optional(), authorId: z.string(), organizationId: z.string() }),
    Keyless: sdk.defineFactory({ inputSchema: z.object({ name: z.string() }), create: async (data) => ({ name: data.name }) }),
  },
  auth: async (user, { scopeValue }) => ({
    cookies: [{ name: 'session', value: `for ${user?.email ?? 'nobody'}`, httpOnly: true, sameSite: 'lax', path: '/' }],
    headers: { 'x-tenant': scopeValue },
    credentials: { email: user?.email ?? '', password: 'Pa55!' },
  }),
};

const handlers = {
  '/api/autonoma': createHandler(config),
  '/same-secrets': createHandler({ ...config, signingSecret: config.sharedSecret }),
};

const answer = (response, value) => response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(value));

createServer(async (request, response) => {
  const parts = [];
  for await (const part of request) parts.push(part);
  const body = Buffer.concat(parts);
  if (request.url === '/rows') return answer(response, { rows: [...rows.values()], events });
  if (request.url === '/call') {
    const { name, args } = JSON.parse(body.toString());
    try {
      return answer(response, { result: sdk[name](...args) ?? null });
    } catch (error) {
      return answer(response, { error: String(error?.message ?? error) });
    }
  }
  const handler = handlers[request.url];
  if (!handler) return response.writeHead(404).end();
  const answered = await handler(new Request(`http://127.0.0.1${request.url}`, { method: request.method, headers: request.headers, body }));
  response.writeHead(answered.status, Object.fromEntries(answered.headers)).end(Buffer.from(await answered.arrayBuffer()));
}).listen(0, '127.0.0.1', function () {
  console.log(this.address().port);
});

// Whoever started this holds the other end: when that process is gone, so is this one.
process.stdin.on('end', () => process.exit(0)).resume();
