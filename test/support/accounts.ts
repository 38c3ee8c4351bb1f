import { randomBytes } from 'node:crypto';
import { Mailer } from '../../src/modules/mail/mailer.js';
import { MailService } from '../../src/modules/mail/mail.service.js';
import { MessageWorker } from '../../src/modules/messages/sending/message-worker.js';
import type { Mail } from '../../src/modules/mail/queue-mail.js';
import { type Answer, type Api, client, type Client } from './api.js';

/** An address that nobody has. */
export const newAddress = (): string => `ada+${randomBytes(6).toString('hex')}@example.com`;

/** A user with a token of its own, in no team. */
export interface Person extends Client {
  readonly email: string;
  readonly id: string;
  readonly token: string;
}

/** The link that a user would find in a mail; the server runs with TEST_ENDPOINTS. */
export async function linkFor(api: Api, email: string): Promise<string> {
  const { body } = await api.anonymous().get(`/public/user-confirmation-link/${email}`);
  return body.link as string;
}

export const codeIn = (link: string): string => link.slice(link.lastIndexOf('/') + 1);

/** Signs up and confirms the address. */
export async function person(api: Api, email = newAddress()): Promise<Person> {
  await api.anonymous().post('/security/signup', { email });
  return confirm(api, email, codeIn(await linkFor(api, email)));
}

/** Shows a code. */
export async function confirm(api: Api, email: string, code: string): Promise<Person> {
  const { body } = await api.anonymous().post('/security/verify-email', { code });
  const token = body.token.access_token as string;
  return { email, id: body.user.id as string, token, ...client(api.url(), token) };
}

/** Accepts an invitation with its code, and signs in with a code of its own. */
export async function join(api: Api, email: string, invitation: string): Promise<Person> {
  await api.anonymous().post('/security/verify-email', { code: invitation });
  return confirm(api, email, codeIn(await linkFor(api, email)));
}

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

/** Sends a form as a browser does, without following redirects. */
export const sendForm = (
  api: Api,
  path: string,
  fields: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> =>
  api.anonymous().send('POST', path, {
    body: new URLSearchParams(fields).toString(),
    headers: { ...FORM, ...headers },
    redirect: 'manual',
  });

/** Gives a user a password, by the page that the link in a mail leads to. */
export async function setPassword(api: Api, email: string, password: string): Promise<Answer> {
  const { pathname } = new URL(await linkFor(api, email));
  return sendForm(api, pathname, { password });
}

/** Sends what is due now. */
export async function sendMail(api: Api): Promise<number> {
  await api.provider(MessageWorker).work();
  return api.provider(Mailer).send();
}

/** Mails that wait, as their receivers would see them. */
export async function mailsTo(api: Api, address: string): Promise<Mail[]> {
  const rows = await api.db().read('SELECT content FROM mails ORDER BY pk', []);
  const mails = await Promise.all(rows.map(([content]) => api.provider(MailService).open(content as string)));
  return mails.filter((mail): mail is Mail => mail?.to === address);
}
