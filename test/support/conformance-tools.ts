import {
  type CallToolResult,
  CreateMessageResultSchema,
  ElicitResultSchema,
} from '@modelcontextprotocol/sdk/types.js';
import type { McpPrompt } from '../../src/modules/mcp/prompts.js';
import type { McpResources } from '../../src/modules/mcp/resources.js';
import type { Tool, ToolContext } from '../../src/modules/mcp/tool.js';

type Content = CallToolResult['content'];

/** The smallest picture, and the smallest sound. */
const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const SOUND = 'UklGRiQAAABXQVZFZm10IBAAAAABAAEAQB8AAEAfAAABAAgAZGF0YQAAAAA=';

const text = (words: string): Content[number] => ({ type: 'text', text: words });
const image: Content[number] = { type: 'image', data: PIXEL, mimeType: 'image/png' };
const resource: Content[number] = {
  type: 'resource',
  resource: {
    uri: 'test://embedded-resource',
    mimeType: 'text/plain',
    text: 'This is an embedded resource content.',
  },
};

const said = (...content: Content): CallToolResult => ({ content });
const OBJECT = { type: 'object', properties: {} };

const tool = (
  name: string,
  call: (
    args: Readonly<Record<string, unknown>>,
    context: ToolContext,
  ) => Promise<CallToolResult> | CallToolResult,
  inputSchema: object = OBJECT,
): Tool => ({
  name,
  title: name,
  description: `What the conformance suite calls ${name}.`,
  inputSchema,
  call: (args, context) => Promise.resolve(call(args, context)),
});

const pause = (): Promise<void> => new Promise((done) => setTimeout(done, 50));

/** Asks the client something in the middle of a call. */
const elicit = (name: string, requestedSchema: object): Tool =>
  tool(name, async (_, { extra }) => {
    const params = { message: 'Please provide your information', requestedSchema };
    const answer = await extra.sendRequest(
      { method: 'elicitation/create', params } as Parameters<typeof extra.sendRequest>[0],
      ElicitResultSchema,
    );
    return said(
      text(`Elicitation completed: action=${answer.action}, content=${JSON.stringify(answer.content)}`),
    );
  });

const titled = (...values: string[]): object[] =>
  values.map((each) => ({ const: each, title: each.toUpperCase() }));

/** Tools that the conformance suite wants a server to have, so that it can see how calls are answered. */
export const conformanceTools = (): readonly Tool[] => [
  tool('test_simple_text', () => said(text('This is a simple text response for testing.'))),
  tool('test_image_content', () => said(image)),
  tool('test_audio_content', () => said({ type: 'audio', data: SOUND, mimeType: 'audio/wav' })),
  tool('test_embedded_resource', () => said(resource)),
  tool('test_multiple_content_types', () => said(text('Multiple content types test:'), image, resource)),
  tool('test_error_handling', () => ({
    isError: true,
    content: [text('This tool intentionally returns an error for testing')],
  })),
  tool('test_tool_with_logging', async (_, { extra }) => {
    for (const data of ['Tool execution started', 'Tool processing data', 'Tool execution completed']) {
      await extra.sendNotification({ method: 'notifications/message', params: { level: 'info', data } });
      await pause();
    }
    return said(text('Tool with logging executed successfully'));
  }),
  tool('test_tool_with_progress', async (_, { extra }) => {
    const { progressToken = 0 } = extra._meta ?? {};
    for (const progress of [0, 50, 100]) {
      await extra.sendNotification({
        method: 'notifications/progress',
        params: { progressToken, progress, total: 100, message: `Completed step ${progress} of 100` },
      });
      await pause();
    }
    return said(text(String(progressToken)));
  }),
  tool(
    'test_sampling',
    async ({ prompt }, { extra }) => {
      const params = {
        messages: [{ role: 'user', content: { type: 'text', text: prompt } }],
        maxTokens: 100,
      };
      const answer = await extra.sendRequest(
        { method: 'sampling/createMessage', params } as Parameters<typeof extra.sendRequest>[0],
        CreateMessageResultSchema,
      );
      return said(text(`LLM response: ${JSON.stringify(answer.content)}`));
    },
    { type: 'object', properties: { prompt: { type: 'string' } }, required: ['prompt'] },
  ),
  elicit('test_elicitation', {
    type: 'object',
    properties: { username: { type: 'string', description: "User's response" }, email: { type: 'string' } },
    required: ['username', 'email'],
  }),
  elicit('test_elicitation_sep1034_defaults', {
    type: 'object',
    properties: {
      name: { type: 'string', default: 'John Doe' },
      age: { type: 'integer', default: 30 },
      score: { type: 'number', default: 95.5 },
      status: { type: 'string', enum: ['active', 'inactive', 'pending'], default: 'active' },
      verified: { type: 'boolean', default: true },
    },
    required: [],
  }),
  elicit('test_elicitation_sep1330_enums', {
    type: 'object',
    properties: {
      untitledSingle: { type: 'string', enum: ['option1', 'option2', 'option3'] },
      titledSingle: { type: 'string', oneOf: titled('value1', 'value2', 'value3') },
      legacyEnum: { type: 'string', enum: ['opt1', 'opt2', 'opt3'], enumNames: ['One', 'Two', 'Three'] },
      untitledMulti: { type: 'array', items: { type: 'string', enum: ['option1', 'option2', 'option3'] } },
      titledMulti: { type: 'array', items: { anyOf: titled('value1', 'value2', 'value3') } },
    },
    required: [],
  }),
  tool('json_schema_2020_12_tool', () => said(text('ok')), {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    type: 'object',
    $defs: {
      address: { type: 'object', properties: { street: { type: 'string' }, city: { type: 'string' } } },
    },
    properties: { name: { type: 'string' }, address: { $ref: '#/$defs/address' } },
    additionalProperties: false,
  }),
];

type PromptContent = Awaited<ReturnType<McpPrompt['get']>>['messages'][number]['content'];

const prompt = (
  name: string,
  args: readonly string[],
  get: (args: Readonly<Record<string, string>>) => readonly PromptContent[],
): McpPrompt => ({
  name,
  title: name,
  description: `What the conformance suite calls ${name}.`,
  arguments: args.map((each) => ({ name: each, description: each, required: true })),
  get: (given) => ({ messages: get(given).map((content) => ({ role: 'user' as const, content })) }),
});

const words = (text: string): PromptContent => ({ type: 'text', text });

/** Prompts that the suite wants, so that it can see what is said of them. */
export const conformancePrompts = (): readonly McpPrompt[] => [
  prompt('test_simple_prompt', [], () => [words('This is a simple prompt for testing.')]),
  prompt('test_prompt_with_arguments', ['arg1', 'arg2'], ({ arg1, arg2 }) => [
    words(`Prompt with arguments: arg1='${arg1}', arg2='${arg2}'`),
  ]),
  prompt('test_prompt_with_embedded_resource', ['resourceUri'], ({ resourceUri = '' }) => [
    {
      type: 'resource',
      resource: {
        uri: resourceUri,
        mimeType: 'text/plain',
        text: 'Embedded resource content for testing.',
      },
    },
    words('Please process the embedded resource above.'),
  ]),
  prompt('test_prompt_with_image', [], () => [
    { type: 'image', data: PIXEL, mimeType: 'image/png' },
    words('Please analyze the image above.'),
  ]),
];

/** Resources that the suite wants, beside the server's own. */
export function conformanceResources(own: McpResources): Pick<McpResources, keyof McpResources> {
  type ReadContent = { mimeType: string } & ({ text: string } | { blob: string });
  const read = (uri: string): ReadContent | undefined => {
    const [, id] = /^test:\/\/template\/([^/]+)\/data$/.exec(uri) ?? [];
    if (id !== undefined) return { mimeType: 'application/json', text: JSON.stringify({ id }) };
    if (uri === 'test://static-binary') return { mimeType: 'image/png', blob: PIXEL };
    return uri.startsWith('test://') ? { mimeType: 'text/plain', text: `The content of ${uri}.` } : undefined;
  };
  return {
    list: (cursor, caller) => own.list(cursor, caller),
    read: (uri, caller) => {
      const content = read(uri);
      if (!content) return own.read(uri, caller);
      return Promise.resolve({ contents: [{ uri, ...content }] });
    },
    check: (uri, caller) => (read(uri) ? Promise.resolve() : own.check(uri, caller)),
  };
}
