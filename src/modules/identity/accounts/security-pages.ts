import { html } from '../../../core/http/html.js';
import { field, type Page } from '../../../core/http/page.js';
import { MAX_PASSWORD_LENGTH, MIN_PASSWORD_LENGTH } from '../users/passwords.js';
import type { VerifiedCode } from './email-codes.js';

const newPassword = field('password', 'Password', {
  type: 'password',
  autocomplete: 'new-password',
  minlength: String(MIN_PASSWORD_LENGTH),
  maxlength: String(MAX_PASSWORD_LENGTH),
});

/** Whether a code is for a password: an invitation is for none but that of an account which nobody has used yet. */
export const choosesPassword = ({ user, invitation }: VerifiedCode): boolean =>
  !invitation || (user.passwordHash === null && !user.emailVerified);

/** What a link leads to: a password for an account, or the way into a team. The form goes back to the same address. */
export function codePage(opened: VerifiedCode, alert?: string): Page {
  const { user, invitation } = opened;
  return {
    title: invitation ? `Join ${invitation.team}` : 'Choose a password',
    alert,
    content: html`<p>This is for <strong>${user.email}</strong>.</p>
      ${invitation && html`<p>In the team you will be: ${invitation.role}.</p>`}
      <form method="post">
        <input type="hidden" name="email" value="${user.email}" autocomplete="username" />
        ${choosesPassword(opened) && newPassword}
        <button>${invitation ? 'Join the team' : 'Save'}</button>
      </form>`,
  };
}

export const donePage = ({ user, invitation }: VerifiedCode): Page => ({
  title: 'Done',
  content: html`<p><strong>${user.email}</strong> is confirmed.</p>
    ${invitation ? html`<p>You are in the team “${invitation.team}”.</p>` : html`<p>Your password is set.</p>`}
    <p><a href="/app">Open Waybill</a></p>`,
});

/** Of a link that does not work any more. */
export const gonePage = (alert = 'The link was used before, or is too old.'): Page => ({
  title: 'This link does not work',
  alert,
  content: html`<p><a href="/security/password">Get another link</a></p>`,
});

export const passwordPage = (alert?: string): Page => ({
  title: 'Get a link by e-mail',
  alert,
  content: html`<p>The link lets you choose a password.</p>
    <form method="post" action="/security/password">
      ${field('email', 'E-mail address', { type: 'email', autocomplete: 'username', maxlength: '254' })}
      <button>Send me a link</button>
    </form>`,
});

export const sentPage = (email: string): Page => ({
  title: 'Look into your mail',
  content: html`<p>If there is an account for <strong>${email}</strong>, a link is on its way.</p>`,
});
