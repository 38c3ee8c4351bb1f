import { t } from '../../i18n';
import { lazyPart } from '../../ui/lazy-part';
import { Lines } from '../../ui/states';
import { TabbedPage } from '../../ui/tabbed-page';
import { AccountSettings } from './account';
import { Members } from './members';
import { PageLook } from './page-look';
import { Statuses } from './statuses';
import { WorkspaceSettings } from './workspace';

const loading = { fallback: <Lines rows={8} /> };
const AuditLog = lazyPart(async () => (await import('./audit-log')).AuditLog, loading);
const Messages = lazyPart(async () => (await import('../messages/lazy')).messageSettings(), loading);

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
        panel: <Messages />,
      },
      { id: 'statuses', label: t('settings.statuses'), panel: <Statuses /> },
      { id: 'members', label: t('settings.members'), panel: <Members /> },
      {
        id: 'audit-log',
        label: t('audit.title'),
        panel: <AuditLog />,
      },
      { id: 'account', label: t('settings.account'), panel: <AccountSettings /> },
    ]}
  />
);
