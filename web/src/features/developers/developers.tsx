import { t } from '../../i18n';
import { TabbedPage } from '../../ui/tabbed-page';
import { Clients } from './clients';
import { Connect } from './connect';
import { StoreTokens } from './store-tokens';
import { Webhooks } from './webhooks';

/** What programs sign in with, what they are told, and how shops are connected. */
export const Developers = () => (
  <TabbedPage
    title={t('nav.developers')}
    tabs={[
      { id: 'clients', label: t('clients.title'), panel: <Clients /> },
      { id: 'store-tokens', label: t('tokens.title'), panel: <StoreTokens /> },
      { id: 'webhooks', label: t('webhooks.title'), panel: <Webhooks /> },
      { id: 'connect', label: t('connect.title'), panel: <Connect /> },
    ]}
  />
);
