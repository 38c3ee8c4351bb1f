import { t } from '../../i18n';
import { TabbedPage } from '../../ui/tabbed-page';
import { AccountSettings } from './account';
import { Members } from './members';
import { PageLook } from './page-look';
import { Statuses } from './statuses';
import { WorkspaceSettings } from './workspace';

/** What is set up once. */
export const Settings = () => (
  <TabbedPage
    title={t('nav.settings')}
    tabs={[
      { id: 'workspace', label: t('settings.workspace'), panel: <WorkspaceSettings /> },
      { id: 'page', label: t('page.title'), panel: <PageLook /> },
      { id: 'statuses', label: t('settings.statuses'), panel: <Statuses /> },
      { id: 'members', label: t('settings.members'), panel: <Members /> },
      { id: 'account', label: t('settings.account'), panel: <AccountSettings /> },
    ]}
  />
);
