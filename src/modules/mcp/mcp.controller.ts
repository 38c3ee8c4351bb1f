import { Readable } from 'node:stream';
import { Controller, Delete, Get, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { CONFIG, type Config } from '../../config/config.js';
import { OPERATION_LIMIT } from '../../core/http/body-limits.js';
import { routeOptions } from '../../core/http/route-options.js';
import { objectSchema } from '../../core/openapi/object-schema.js';
import { Operation, Operations } from '../../core/openapi/operation.js';
import type { ParameterObject, Schema } from '../../core/openapi/types.js';
import { type AgentRequest, MCP_PATH, McpGuard } from './mcp.guard.js';
import { McpSessions } from './sessions.js';

const SESSION: readonly ParameterObject[] = [
  {
    name: 'Mcp-Session-Id',
    in: 'header',
    required: false,
    description: 'The session, as the answer to `initialize` names it.',
    schema: { type: 'string' },
  },
];

const MESSAGE: Schema = {
  ...objectSchema(
    {
      jsonrpc: { const: '2.0' },
      id: { type: ['string', 'integer'], description: 'Of requests and answers; a notification has none.' },
      method: { type: 'string' },
      params: { type: 'object' },
      result: { type: 'object' },
      error: { type: 'object' },
    },
    ['jsonrpc'],
  ),
  description: 'A request, notification or answer of JSON-RPC.',
  examples: [{ jsonrpc: '2.0', id: 1, method: 'tools/list' }],
};

/** The Model Context Protocol over HTTP: requests by POST, news by a GET that stays open, the end of a session by DELETE. */
@Operations({
  tag: {
    name: 'Agents',
    description: 'The Model Context Protocol: tools, resources and prompts for agents.',
  },
})
@routeOptions({ guard: McpGuard, limit: OPERATION_LIMIT })
@Controller(MCP_PATH)
export class McpController {
  constructor(
    private readonly sessions: McpSessions,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Post()
  @HttpCode(200)
  @Operation({
    id: 'postMcp',
    summary: 'Takes a message of an agent',
    description:
      'JSON-RPC, as the Streamable HTTP transport of the protocol has it. docs/mcp.md names the tools.',
    parameters: SESSION,
    body: MESSAGE,
    answer: {
      description: 'The answer, as an event; a notification has none, and is a 202.',
      headers: [],
      content: () => ({ 'text/event-stream': { schema: { type: 'string' } } }),
    },
    errors: [400, 404, 429],
  })
  post(@Req() request: AgentRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.handle(request, reply);
  }

  @Get()
  @Operation({
    id: 'getMcp',
    summary: 'Listens to news for an agent',
    description: 'What has changed of the resources that the session follows.',
    parameters: SESSION,
    answer: {
      description: 'Events until either side ends the stream.',
      content: () => ({ 'text/event-stream': { schema: { type: 'string' } } }),
    },
    errors: [400, 404],
  })
  listen(@Req() request: AgentRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.handle(request, reply);
  }

  @Delete()
  @HttpCode(200)
  @Operation({
    id: 'deleteMcp',
    summary: 'Ends the session of an agent',
    description: 'Its streams end too. Sessions that nobody uses end by themselves.',
    parameters: SESSION,
    answer: 'It has ended.',
    errors: [400, 404],
  })
  end(@Req() request: AgentRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.handle(request, reply);
  }

  private async handle(request: AgentRequest, reply: FastifyReply): Promise<void> {
    const { method, body, session, caller } = request;
    const headers = Object.entries(request.headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, String(value)] as [string, string]],
    );
    const asked = new Request(this.config.publicUrl + MCP_PATH, {
      method: method === 'HEAD' ? 'GET' : method,
      headers,
    });
    const answer = await this.sessions.answer(asked, body, session, caller);
    reply.hijack();
    const { raw } = reply;
    raw.writeHead(answer.status, {
      ...(reply.getHeaders() as Record<string, string>),
      ...Object.fromEntries(answer.headers),
      'X-Accel-Buffering': 'no',
    });
    if (!answer.body) {
      raw.end();
      return;
    }
    // what a stream is about is not waited for: its client sees at once that it is open
    raw.flushHeaders();
    const stream = Readable.fromWeb(answer.body);
    raw.on('close', () => stream.destroy());
    stream.on('error', () => raw.destroy()).pipe(raw);
  }
}
