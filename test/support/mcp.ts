import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import type { Body } from './api.js';

/** An agent: the SDK's own client, over HTTP. */
export interface Agent {
  readonly client: Client;
  /** Calls a tool that succeeds. @returns its structured content. */
  readonly call: (name: string, args?: Record<string, unknown>) => Promise<Body>;
  /** Calls a tool that fails. @returns what it says. */
  readonly fail: (name: string, args?: Record<string, unknown>) => Promise<string>;
  readonly close: () => Promise<void>;
}

export async function agent(url: string, token: string): Promise<Agent> {
  const client = new Client({ name: 'test', version: '1' });
  const transport = new StreamableHTTPClientTransport(new URL(`${url}/mcp`), {
    requestInit: { headers: { authorization: `Bearer ${token}` } },
  });
  // the SDK's types are not made for exactOptionalPropertyTypes
  await client.connect(transport);
  // from now on results are checked against their schemas
  await client.listTools();
  const called = async (name: string, args: Record<string, unknown>): Promise<Body> =>
    client.callTool({ name, arguments: args });
  return {
    client,
    call: async (name, args = {}) => {
      const result = await called(name, args);
      if (result.isError) throw new Error(`${name}: ${JSON.stringify(result.content)}`);
      return result.structuredContent;
    },
    fail: async (name, args = {}) => {
      const result = await called(name, args);
      if (!result.isError) throw new Error(`${name} should fail: ${JSON.stringify(result)}`);
      return (result.content as { text: string }[]).map(({ text }) => text).join('\n');
    },
    close: () => client.close(),
  };
}
