import type { Mail } from '../../mail/queue-mail.js';
import { plainMailBody, renderMail } from '../../mail/mail-template.js';
import { withoutLinks } from '../../mail/without-links.js';
import type { Role } from '../../../core/store/roles.js';
import { CODE_HOURS, INVITATION_HOURS } from './email-codes.js';

const SINGLE_USE_NOTE = `The link works once, within ${CODE_HOURS} hours. If you did not ask for this, do nothing.`;

/** To somebody who has signed up. */
export const confirmationMail = (to: string, url: string): Mail =>
  renderMail(to, {
    subject: 'Confirm your e-mail address',
    before: ['Welcome. Please confirm that this is your address, and choose a password:'],
    link: { label: 'Confirm the address', url },
    after: [SINGLE_USE_NOTE],
  });

/** To a user who has an account, and has signed up again or wants another password. */
export const passwordMail = (to: string, url: string): Mail =>
  renderMail(to, {
    subject: 'Choose a new password',
    before: ['You have an account with this address. To sign in to it, you can choose a new password:'],
    link: { label: 'Choose a password', url },
    after: [SINGLE_USE_NOTE],
  });

/** To whom a password belongs that has been changed. There is no link in it that somebody could have asked for. */
export const passwordChangedMail = (to: string): Mail => ({
  to,
  subject: 'Your password was changed',
  ...plainMailBody([
    'The password of your account was changed just now, and whoever was signed in with the old one is out.',
    'If that was not you, ask for a link to choose another one at once, and tell the people who run this service.',
  ]),
});

export const invitationMail = (
  to: string,
  url: string,
  { team, role }: { readonly team: string; readonly role: Role },
): Mail =>
  renderMail(to, {
    subject: `Invitation to ${withoutLinks(team)}`,
    before: [`You have been invited to the team “${withoutLinks(team)}”. In it you will be: ${role}.`],
    link: { label: 'Join the team', url },
    after: [
      `The link works once, within ${INVITATION_HOURS / 24} days. If you do not know the team, do nothing.`,
    ],
  });
