import { lazy, Suspense } from 'react';
import { t } from '../../i18n';
import { Lines } from '../../ui/states';
import { TabbedPage } from '../../ui/tabbed-page';
import { AccountSettings } from './account';
import { Members } from './members';
import { PageLook } from './page-look';
import { Statuses } from './statuses';
import { WorkspaceSettings } from './workspace';

const Messages = lazy(() => import('../messages/lazy').then(({ messageSettings }) => messageSettings()));

/** What is set up once. */
export const Settings = () => (
  <TabbedPage
    title={t('nav.settings')}
    tabs={[
      { id: 'workspace', label: t('settings.workspace'), panel: <WorkspaceSettings /> },
      { id: 'page', label: t('page.title'), panel: <PageLook /> },
      {
        id: 'messages',
        label: t('messages.title'),
        panel: (
          <Suspense fallback={<Lines rows={8} />}>
            <Messages />
          </Suspense>
        ),
      },
      { id: 'statuses', label: t('settings.statuses'), panel: <Statuses /> },
      { id: 'members', label: t('settings.members'), panel: <Members /> },
      { id: 'account', label: t('settings.account'), panel: <AccountSettings /> },
    ]}
  />
);
