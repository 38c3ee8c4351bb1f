import { notifications } from '@mantine/notifications';
import { t } from '../i18n';

/** Puts a text where it can be pasted, and says so. Without https the browser has no clipboard to write to. */
export async function copy(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const area = document.createElement('textarea');
    area.value = text;
    document.body.append(area);
    area.select();
    // the only way that there is outside a secure context
    document.execCommand('copy');
    area.remove();
  }
  notifications.show({ message: t('copied') });
}
