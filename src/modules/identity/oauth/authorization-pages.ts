import type { OAuthScope } from '../../../core/http/oauth-scopes.js';
import { type Html, html } from '../../../core/http/html.js';
import { field, type Page } from '../../../core/http/page.js';
import type { Answerable, AuthorizationRequest, Unanswerable } from './authorization-request.js';
import type { Visitor } from './browser-session.js';

/** A form of these pages: where it goes, and what proves that it is ours. */
export interface Form {
  readonly action: string;
  readonly token: string;
}

const MAY: Readonly<Record<OAuthScope, string>> = {
  read: 'see your teams, their workspaces, orders and shipments',
  write: 'change them and make new ones',
  'tracking:write': '',
};

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
  { applicant, redirectUri }: AuthorizationRequest,
  target: Form,
  { email = '', alert }: { readonly email?: string; readonly alert?: string } = {},
): Page => ({
  title: 'Sign in',
  alert,
  leadsTo: targetOf(redirectUri),
  content: html`${!applicant.isDashboard && html`<p><strong>${applicant.name}</strong> would like to use your account.</p>`}
    ${form(
      target,
      html`${field('email', 'E-mail address', { type: 'email', autocomplete: 'username', value: email, maxlength: '255' })}
        ${field('password', 'Password', { type: 'password', autocomplete: 'current-password', maxlength: '200' })}
        <button name="action" value="sign-in">Sign in</button>`,
    )}
    <p><a href="/security/password">I have no password, or have forgotten it</a></p>
    ${applicant.isDashboard && html`<p><a href="/app/sign-up">Create an account</a></p>`}`,
});

export const consentPage = (
  { applicant, redirectUri, rights }: AuthorizationRequest,
  target: Form,
  visitor: Visitor,
): Page => ({
  title: `Let ${applicant.name} in?`,
  leadsTo: targetOf(redirectUri),
  content: html`<p>You are signed in as <strong>${visitor.email}</strong>.</p>
    <p><strong>${applicant.name}</strong> will be able to:</p>
    <ul>
      ${rights.map((right) => html`<li>${MAY[right]}</li>`)}
    </ul>
    <p>It gets your answer at <code>${redirectUri}</code>.</p>
    ${form(
      target,
      html`<button name="action" value="allow">Let it in</button>
        <button class="second" name="action" value="deny">Do not</button>
        <button class="second" name="action" value="sign-out">Sign in as somebody else</button>`,
    )}`,
});

/** Nobody is sent on by a request that makes no sense: it may be there just for that. Who wants to may go back. */
export const problemPage = (wrong: Answerable | Unanswerable): Page => ({
  title: 'This does not work',
  alert: wrong.problem,
  content:
    'location' in wrong
      ? html`<p>
          <a href="${wrong.location}">Go back to ${wrong.applicant.name}</a>, at
          <code>${targetOf(wrong.location)}</code>
        </p>`
      : html`<p>Go back to the program, and tell whoever made it.</p>`,
});

export const outdatedPage = (action: string): Page => ({
  title: 'Please try again',
  alert: 'The form was too old, or came from elsewhere.',
  content: html`<p><a href="${action}">Begin again</a></p>`,
});
