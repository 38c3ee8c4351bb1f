import { type Html, html } from '../../../core/http/html.js';
import { field, type Page } from '../../../core/http/page.js';
import type { Say } from '../pages/say.js';
import { MAX_PASSWORD_LENGTH, MIN_PASSWORD_LENGTH } from '../users/passwords.js';
import type { VerifiedCode } from './email-codes.js';

const newPassword = (say: Say): Html =>
  field('password', say('Password'), {
    type: 'password',
    autocomplete: 'new-password',
    minlength: String(MIN_PASSWORD_LENGTH),
    maxlength: String(MAX_PASSWORD_LENGTH),
  });

/** Whether a code is for a password: an invitation is for none but that of an account which nobody has used yet. */
export const choosesPassword = ({ user, invitation }: VerifiedCode): boolean =>
  !invitation || (user.passwordHash === null && !user.emailVerified);

const strong = (text: string): Html => html`<strong>${text}</strong>`;

/** What a link leads to: a password for an account, or the way into a team. The form goes back to the same address. */
export function codePage(say: Say, opened: VerifiedCode, alert?: string): Page {
  const { user, invitation } = opened;
  return {
    language: say.language,
    title: invitation ? say('Join {team}', { team: invitation.team }) : say('Choose a password'),
    alert,
    content: html`<p>${say.html('This is for {email}.', { email: strong(user.email) })}</p>
      ${invitation && html`<p>${say('In the team you will be: {role}.', { role: say(invitation.role) })}</p>`}
      <form method="post">
        <input type="hidden" name="email" value="${user.email}" autocomplete="username" />
        ${choosesPassword(opened) && newPassword(say)}
        <button>${invitation ? say('Join the team') : say('Save')}</button>
      </form>`,
  };
}

export const donePage = (say: Say, { user, invitation }: VerifiedCode): Page => ({
  language: say.language,
  title: say('Done'),
  content: html`<p>${say.html('{email} is confirmed.', { email: strong(user.email) })}</p>
    <p>
      ${
        invitation
          ? say('You are in the team “{team}”.', { team: invitation.team })
          : say('Your password is set.')
      }
    </p>
    <p><a href="/app">${say('Open Waybill')}</a></p>`,
});

/** Of a link that does not work any more. */
export const gonePage = (
  say: Say,
  alert: string = say('The link was used before, or is too old.'),
): Page => ({
  language: say.language,
  title: say('This link does not work'),
  alert,
  content: html`<p><a href="/security/password">${say('Get another link')}</a></p>`,
});

export const passwordPage = (say: Say, alert?: string): Page => ({
  language: say.language,
  title: say('Get a link by e-mail'),
  alert,
  content: html`<p>${say('The link lets you choose a password.')}</p>
    <form method="post" action="/security/password">
      ${field('email', say('E-mail address'), { type: 'email', autocomplete: 'username', maxlength: '254' })}
      <button>${say('Send me a link')}</button>
    </form>`,
});

export const sentPage = (say: Say, email: string): Page => ({
  language: say.language,
  title: say('Look into your mail'),
  content: html`<p>
    ${say.html('If there is an account for {email}, a link is on its way.', { email: strong(email) })}
  </p>`,
});
