import type { Type } from '@nestjs/common';
import type { CallToolResult, ServerNotification, ServerRequest } from '@modelcontextprotocol/sdk/types.js';
import type { RequestHandlerExtra } from '@modelcontextprotocol/sdk/shared/protocol.js';
import { readDto } from '../../core/http/dto/read-dto.js';
import { BadInput, Forbidden } from '../../core/metadata/errors.js';
import { Components } from '../../core/openapi/components.js';
import { dtoSchema } from '../../core/openapi/dto-schema.js';
import type { Schema } from '../../core/openapi/types.js';
import type { Caller } from '../../core/store/caller.js';
import { writableScope } from '../../core/store/roles.js';
import { toolError } from './tool-error.js';

/** What a call of a tool may use beside its arguments. */
export interface ToolContext {
  readonly caller: Caller;
  /** The request of the protocol: notifications, requests to the client, its end. */
  readonly extra: RequestHandlerExtra<ServerRequest, ServerNotification>;
}

/** What clients may know of a tool before they call it. */
export interface ToolHints {
  readonly readOnlyHint: boolean;
  readonly destructiveHint: boolean;
  readonly idempotentHint: boolean;
  /** It leads to somebody outside: a carrier is asked, a customer gets a mail. */
  readonly openWorldHint: boolean;
}

/** Something that an agent can do. */
export interface Tool {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly inputSchema: object;
  readonly outputSchema?: object;
  readonly annotations?: ToolHints;
  /** Shown to those alone who may write. */
  readonly writes?: boolean;
  call(args: Readonly<Record<string, unknown>>, context: ToolContext): Promise<CallToolResult>;
}

interface ToolDeclaration<T extends object> {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly input: Type<T>;
  readonly output: Schema;
  readonly hints?: Partial<ToolHints>;
  readonly run: (input: T, caller: Caller) => Promise<object>;
}

const READS: ToolHints = {
  readOnlyHint: true,
  destructiveHint: false,
  idempotentHint: true,
  openWorldHint: false,
};
const WRITES: ToolHints = { ...READS, readOnlyHint: false, idempotentHint: false };

/** A tool that changes nothing. */
export const readingTool = <T extends object>(declaration: ToolDeclaration<T>): Tool =>
  toolOf(declaration, { ...READS, ...declaration.hints }, (caller) => caller);

/** A tool that writes, in the teams in which the caller may do so. */
export const writingTool = <T extends object>(declaration: ToolDeclaration<T>): Tool => ({
  ...toolOf(declaration, { ...WRITES, ...declaration.hints }, writerOf),
  writes: true,
});

/** Whether a caller may write anywhere. */
export const mayWrite = ({ may, scope }: Caller): boolean =>
  (may?.has('write') ?? true) && writableScope(scope).workspaces.size > 0;

/** @throws Forbidden. */
function writerOf(caller: Caller): Caller {
  if (!mayWrite(caller)) throw new Forbidden();
  return { ...caller, scope: writableScope(caller.scope), writes: true };
}

/** A tool whose arguments are a DTO: its schema, its checks and its errors are those of the class. */
function toolOf<T extends object>(
  { name, title, description, input, output, run }: ToolDeclaration<T>,
  annotations: ToolHints,
  admit: (caller: Caller) => Caller,
): Tool {
  const inputSchema = { ...dtoSchema(input, new Components()), additionalProperties: false };
  const known = Object.keys(inputSchema.properties ?? {});
  return {
    name,
    title,
    description,
    inputSchema,
    outputSchema: output,
    annotations,
    call: async (args, { caller }) => {
      try {
        const admitted = admit(caller);
        const unknown = Object.keys(args).find((each) => !known.includes(each));
        if (unknown !== undefined)
          throw new BadInput(
            `There is no argument "${unknown.slice(0, 100)}". There are: ${known.join(', ')}.`,
          );
        return structured(await run(readDto(input, args), admitted));
      } catch (error) {
        return toolError(error, caller);
      }
    },
  };
}

/** A result as values, and as the text that clients show which know no values. */
export function structured(value: object): CallToolResult {
  const text = JSON.stringify(value);
  return {
    content: [{ type: 'text', text }],
    // as JSON has it: without what is undefined
    structuredContent: JSON.parse(text) as Record<string, unknown>,
  };
}
