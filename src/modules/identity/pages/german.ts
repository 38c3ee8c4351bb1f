import { MAX_PASSWORD_LENGTH, MIN_PASSWORD_LENGTH } from '../users/passwords.js';

/** As the policy of passwords says them. */
const passwordLength = `A password has ${MIN_PASSWORD_LENGTH} to ${MAX_PASSWORD_LENGTH} characters.` as const;
const blanksCount =
  `Blanks around a password do not count: it has ${MIN_PASSWORD_LENGTH} other characters.` as const;

/** The sentences of the pages for signing in, in German. */
export const german = {
  // signing in
  'Sign in': 'Anmelden',
  '{name} would like to use your account.': '{name} möchte Ihr Konto verwenden.',
  'E-mail address': 'E-Mail-Adresse',
  Password: 'Passwort',
  'I have no password, or have forgotten it': 'Ich habe kein Passwort oder habe es vergessen',
  'Create an account': 'Konto anlegen',
  'The address or the password is wrong.': 'Die Adresse oder das Passwort stimmt nicht.',
  'There were too many attempts. Please try again later.':
    'Zu viele Versuche. Bitte versuchen Sie es später noch einmal.',
  // letting a program in
  'Let {name} in?': '{name} hereinlassen?',
  'You are signed in as {email}.': 'Sie sind angemeldet als {email}.',
  '{name} will be able to:': '{name} kann dann:',
  'see your teams, their workspaces, orders and shipments':
    'Ihre Teams, deren Arbeitsbereiche, Bestellungen und Sendungen sehen',
  'change them and make new ones': 'sie ändern und neue anlegen',
  'It gets your answer at {address}.': 'Ihre Antwort geht an {address}.',
  'Let it in': 'Hereinlassen',
  'Do not': 'Nicht hereinlassen',
  'Sign in as somebody else': 'Mit einem anderen Konto anmelden',
  'This does not work': 'Das geht nicht',
  'Go back to {name}': 'Zurück zu {name}',
  'Go back to the program, and tell whoever made it.':
    'Gehen Sie zurück zum Programm und sagen Sie es denen, die es gemacht haben.',
  'The program that sent you here is not known.':
    'Das Programm, das Sie hierher geschickt hat, ist unbekannt.',
  'The program that sent you here wants you back at an address that is not one of its own.':
    'Das Programm, das Sie hierher geschickt hat, nennt für den Rückweg eine Adresse, die nicht seine ist.',
  'Please try again': 'Bitte noch einmal',
  'Please sign in again': 'Bitte melden Sie sich noch einmal an',
  'The form was too old, or came from elsewhere.': 'Das Formular war zu alt oder kam von anderswo.',
  'Begin again': 'Von vorn beginnen',
  'This sign-in has not begun here, or is too old.':
    'Diese Anmeldung hat nicht hier begonnen oder ist zu lange her.',
  'The link was used before, or is too old.': 'Der Link wurde schon verwendet oder ist zu alt.',
  // links of e-mails
  'Join {team}': 'Dem Team {team} beitreten',
  'Choose a password': 'Passwort wählen',
  'This is for {email}.': 'Das ist für {email}.',
  'In the team you will be: {role}.': 'Ihre Rolle im Team: {role}.',
  owner: 'Inhaber',
  admin: 'Admin',
  member: 'Mitglied',
  'read-only': 'nur Lesen',
  'Join the team': 'Beitreten',
  Save: 'Speichern',
  Done: 'Erledigt',
  '{email} is confirmed.': '{email} ist bestätigt.',
  'You are in the team “{team}”.': 'Sie sind im Team „{team}“.',
  'Your password is set.': 'Ihr Passwort ist gesetzt.',
  'Open Waybill': 'Waybill öffnen',
  'This link does not work': 'Dieser Link geht nicht',
  'Get another link': 'Einen anderen Link anfordern',
  'Get a link by e-mail': 'Link per E-Mail anfordern',
  'The link lets you choose a password.': 'Mit dem Link wählen Sie ein Passwort.',
  'Too many people have this password: it is tried first.':
    'Zu viele Menschen haben dieses Passwort: Es wird als Erstes versucht.',
  'Your e-mail address is not a password.': 'Ihre E-Mail-Adresse ist kein Passwort.',
  [passwordLength]: `Ein Passwort hat ${MIN_PASSWORD_LENGTH} bis ${MAX_PASSWORD_LENGTH} Zeichen.`,
  [blanksCount]: `Leerzeichen am Rand zählen nicht: Ein Passwort hat ${MIN_PASSWORD_LENGTH} andere Zeichen.`,
  'Send me a link': 'Link senden',
  'This is not an e-mail address.': 'Das ist keine E-Mail-Adresse.',
  'Look into your mail': 'Schauen Sie in Ihre E-Mails',
  'If there is an account for {email}, a link is on its way.':
    'Wenn es ein Konto für {email} gibt, ist ein Link unterwegs.',
} as const;
