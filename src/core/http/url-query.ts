import type { FastifyRequest } from 'fastify';

/** The parameters of a request's address, as browsers and their forms write them. */
export const urlQueryOf = ({ url }: Pick<FastifyRequest, 'url'>): URLSearchParams =>
  new URL(url, 'http://localhost').searchParams;
