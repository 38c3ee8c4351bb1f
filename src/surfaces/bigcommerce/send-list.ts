import type { FastifyReply } from 'fastify';
import { sendJson } from '../../core/http/json-answer.js';

/** 204 without a body. */
export const sendNothing = (reply: FastifyReply): void => void reply.status(204).send();

/** A list; clients ask for page after page until there is nothing, which is no empty list here. */
export const sendList = (reply: FastifyReply, list: readonly unknown[]): void =>
  list.length === 0 ? sendNothing(reply) : sendJson(reply, list);
