import { loadMessageTexts } from './texts';

// each comes with the texts of messages, which nothing else needs

export async function messageSettings() {
  const [{ MessageScreens }] = await Promise.all([import('./message-screens'), loadMessageTexts()]);
  return MessageScreens;
}

export async function messageLog() {
  const [{ MessageLog }] = await Promise.all([import('./message-log'), loadMessageTexts()]);
  return MessageLog;
}

export async function pageTexts() {
  const [{ PageTextsField }] = await Promise.all([import('../settings/page-texts'), loadMessageTexts()]);
  return PageTextsField;
}
