import type { FastifyReply } from 'fastify';
import type { Answer } from '../http/idempotently.js';

/** JSON as it is sent, and sent again. */
export const jsonAnswer = (status: number, body: unknown): Answer => ({
  status,
  type: 'application/json; charset=utf-8',
  text: JSON.stringify(body),
});

export function send(reply: FastifyReply, { status, type, text }: Answer): void {
  void reply.status(status).type(type).send(text);
}

export const sendJson = (reply: FastifyReply, body: unknown): void => send(reply, jsonAnswer(200, body));

/** 204 without a body. */
export const sendNothing = (reply: FastifyReply): void => void reply.status(204).send();

/** A list; clients ask for page after page until there is nothing, which is no empty list here. */
export const sendList = (reply: FastifyReply, list: readonly unknown[]): void =>
  list.length === 0 ? sendNothing(reply) : sendJson(reply, list);
