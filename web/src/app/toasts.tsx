import { MantineThemeProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import '@mantine/notifications/styles.css';
import { t } from '../i18n';

/** What closes a message has a name, too. */
const named = {
  components: { Notification: { defaultProps: { closeButtonProps: { 'aria-label': t('form.close') } } } },
};

export default function Toasts() {
  return (
    <MantineThemeProvider theme={named}>
      <Notifications position="bottom-right" autoClose={6000} limit={4} />
    </MantineThemeProvider>
  );
}
