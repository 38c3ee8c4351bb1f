import type { FastifyReply } from 'fastify';
import type { Answer } from './with-idempotency.js';

/** JSON as it is sent, and sent again. */
export const jsonAnswer = (status: number, body: unknown, type = 'application/json'): Answer => ({
  status,
  type: type.replace(/^[^;]+/, '$&; charset=utf-8'),
  text: JSON.stringify(body),
});

export function send(reply: FastifyReply, { status, type, text }: Answer): void {
  void reply.status(status).type(type).send(text);
}

export const sendJson = (reply: FastifyReply, body: unknown): void => send(reply, jsonAnswer(200, body));
