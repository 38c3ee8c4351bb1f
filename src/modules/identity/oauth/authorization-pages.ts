import type { OAuthScope } from '../../../core/http/oauth-scopes.js';
import { type Html, html } from '../../../core/http/html.js';
import { field, type Page } from '../../../core/http/page.js';
import type { Say } from '../pages/say.js';
import type { Answerable, AuthorizationRequest, Unanswerable } from './authorization-request.js';
import type { Visitor } from './browser-session.js';

/** A form of these pages: where it goes, and what proves that it is ours. */
export interface Form {
  readonly action: string;
  readonly token: string;
}

const MAY = {
  read: 'see your teams, their workspaces, orders and shipments',
  write: 'change them and make new ones',
} as const;

const mayWords = (right: OAuthScope, say: Say): string =>
  right in MAY ? say(MAY[right as keyof typeof MAY]) : '';

const strong = (text: string): Html => html`<strong>${text}</strong>`;

const form = ({ action, token }: Form, content: Html): Html =>
  html`<form method="post" action="${action}">
    <input type="hidden" name="token" value="${token}" />
    ${content}
  </form>`;

/** What the browser is sent to in the end: an origin, or the scheme of a program. */
const targetOf = (redirectUri: string): string => {
  const { protocol, origin } = new URL(redirectUri);
  return origin === 'null' ? protocol : origin;
};

export const signInPage = (
  say: Say,
  { applicant, redirectUri }: AuthorizationRequest,
  target: Form,
  { email = '', alert }: { readonly email?: string; readonly alert?: string } = {},
): Page => ({
  language: say.language,
  title: say('Sign in'),
  alert: alert && say.known(alert),
  leadsTo: targetOf(redirectUri),
  content: html`${
      !applicant.isDashboard &&
      html`<p>${say.html('{name} would like to use your account.', { name: strong(applicant.name) })}</p>`
    }
    ${form(
      target,
      html`${field('email', say('E-mail address'), { type: 'email', autocomplete: 'username', value: email, maxlength: '255' })}
        ${field('password', say('Password'), { type: 'password', autocomplete: 'current-password', maxlength: '200' })}
        <button name="action" value="sign-in">${say('Sign in')}</button>`,
    )}
    <p><a href="/security/password">${say('I have no password, or have forgotten it')}</a></p>
    ${applicant.isDashboard && html`<p><a href="/app/sign-up">${say('Create an account')}</a></p>`}`,
});

export const consentPage = (
  say: Say,
  { applicant, redirectUri, rights }: AuthorizationRequest,
  target: Form,
  visitor: Visitor,
): Page => ({
  language: say.language,
  title: say('Let {name} in?', { name: applicant.name }),
  leadsTo: targetOf(redirectUri),
  content: html`<p>${say.html('You are signed in as {email}.', { email: strong(visitor.email) })}</p>
    <p>${say.html('{name} will be able to:', { name: strong(applicant.name) })}</p>
    <ul>
      ${rights.map((right) => html`<li>${mayWords(right, say)}</li>`)}
    </ul>
    <p>${say.html('It gets your answer at {address}.', { address: html`<code>${redirectUri}</code>` })}</p>
    ${form(
      target,
      html`<button name="action" value="allow">${say('Let it in')}</button>
        <button class="second" name="action" value="deny">${say('Do not')}</button>
        <button class="second" name="action" value="sign-out">${say('Sign in as somebody else')}</button>`,
    )}`,
});

/** Nobody is sent on by a request that makes no sense: it may be there just for that. Who wants to may go back. */
export const problemPage = (say: Say, wrong: Answerable | Unanswerable): Page => ({
  language: say.language,
  title: say('This does not work'),
  alert: say.known(wrong.problem),
  content:
    'location' in wrong
      ? html`<p>
          <a href="${wrong.location}">${say('Go back to {name}', { name: wrong.applicant.name })}</a>
          (<code>${targetOf(wrong.location)}</code>)
        </p>`
      : html`<p>${say('Go back to the program, and tell whoever made it.')}</p>`,
});

export const outdatedPage = (say: Say, action: string): Page => ({
  language: say.language,
  title: say('Please try again'),
  alert: say('The form was too old, or came from elsewhere.'),
  content: html`<p><a href="${action}">${say('Begin again')}</a></p>`,
});
