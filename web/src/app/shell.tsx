import {
  ActionIcon,
  AppShell,
  Burger,
  Button,
  Center,
  Group,
  Kbd,
  Menu,
  NavLink,
  Text,
  UnstyledButton,
  useComputedColorScheme,
  useMantineColorScheme,
} from '@mantine/core';
import { useDisclosure, useNetwork } from '@mantine/hooks';
import {
  IconBolt,
  IconBuildingStore,
  IconChartBar,
  IconChevronDown,
  IconCode,
  IconFileImport,
  IconLanguage,
  IconLayoutDashboard,
  IconLogout,
  IconMoon,
  IconPlus,
  IconReceipt,
  IconSearch,
  IconSettings,
  IconSun,
  IconTruck,
  IconUser,
  type Icon,
} from '@tabler/icons-react';
import { Link, Outlet, useLocation, useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { signOut } from '../api/session';
import { chooseLanguage, language, languages, t, type MessageKey } from '../i18n';
import { useFeed, useLiveState } from '../lib/live';
import { lazyPart } from '../ui/lazy-part';
import { Page } from '../ui/page';
import { Failure } from '../ui/states';
import { ApiError } from '../api/client';
import { teamOf, useAccount, useWorkspaceIfAny, type CurrentWorkspace } from './account';
import { rememberWorkspace } from './last-workspace';
import { loadPalette } from './overlays';
import { openPalette, usePaletteAsked } from './palette-store';
import mark from './waybill.svg';
import classes from './shell.module.css';

const Palette = lazyPart(loadPalette, { isOverlay: true });

interface Destination {
  readonly to:
    | '/w/$workspace/overview'
    | '/w/$workspace/shipments'
    | '/w/$workspace/orders'
    | '/w/$workspace/analytics'
    | '/w/$workspace/imports'
    | '/w/$workspace/developers'
    | '/w/$workspace/settings';
  readonly label: MessageKey;
  readonly icon: Icon;
}

export const DESTINATIONS: readonly Destination[] = [
  { to: '/w/$workspace/overview', label: 'nav.overview', icon: IconLayoutDashboard },
  { to: '/w/$workspace/shipments', label: 'nav.shipments', icon: IconTruck },
  { to: '/w/$workspace/orders', label: 'nav.orders', icon: IconReceipt },
  { to: '/w/$workspace/analytics', label: 'nav.analytics', icon: IconChartBar },
  { to: '/w/$workspace/imports', label: 'nav.imports', icon: IconFileImport },
  { to: '/w/$workspace/developers', label: 'nav.developers', icon: IconCode },
  { to: '/w/$workspace/settings', label: 'nav.settings', icon: IconSettings },
];

/** What is around every screen of a workspace. */
export function Shell() {
  const current = useWorkspaceIfAny();
  if (!current)
    return (
      <main>
        <Page title="Waybill">
          <Failure error={new ApiError(404, '')} />
          <Center>
            <Button variant="default" renderRoot={(props: object) => <Link {...props} to="/" />}>
              {t('nav.home')}
            </Button>
          </Center>
        </Page>
      </main>
    );
  return <WorkspaceShell key={current.id} current={current} />;
}

function WorkspaceShell({ current }: { readonly current: CurrentWorkspace }) {
  const [isOpen, { toggle, close }] = useDisclosure();
  const { pathname } = useLocation();
  const { online } = useNetwork();
  const isPaletteAsked = usePaletteAsked() > 0;
  useFeed(current.id);
  useEffect(() => rememberWorkspace(current.id), [current.id]);
  useEffect(close, [pathname, close]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      openPalette();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  return (
    <AppShell
      header={{ height: 48 }}
      navbar={{ width: 196, breakpoint: 'sm', collapsed: { mobile: !isOpen } }}
      padding={0}
    >
      <a href="#main" className={classes.skip}>
        {t('nav.skip')}
      </a>
      <AppShell.Header className={classes.header}>
        <Group h="100%" px="sm" justify="space-between" wrap="nowrap" gap="xs">
          <Group gap="xs" wrap="nowrap" miw={0}>
            <Burger opened={isOpen} onClick={toggle} hiddenFrom="sm" size="sm" aria-label={t('nav.menu')} />
            <img src={mark} alt="" width={24} height={24} className={classes.mark} />
            <WorkspaceSwitcher current={current} />
          </Group>
          <Group gap={4} wrap="nowrap">
            <UnstyledButton className={classes.search} onClick={openPalette}>
              <IconSearch size={15} aria-hidden />
              <span>{t('palette.open')}</span>
              <Kbd size="xs">Ctrl K</Kbd>
            </UnstyledButton>
            <ActionIcon size="lg" onClick={openPalette} hiddenFrom="sm" aria-label={t('palette.open')}>
              <IconSearch size={18} />
            </ActionIcon>
            <LiveMark />
            <ThemeToggle />
            <UserMenu />
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar className={classes.navbar} p={8} aria-label={t('nav.main')}>
        {DESTINATIONS.map(({ to, label, icon: Icon }) => {
          const isActive = pathname.startsWith(to.replace('$workspace', current.id));
          return (
            <NavLink
              key={to}
              className={classes.link}
              active={isActive}
              aria-current={isActive ? 'page' : undefined}
              label={t(label)}
              leftSection={<Icon size={17} stroke={1.75} aria-hidden />}
              renderRoot={(props: object) => <Link {...props} to={to} params={{ workspace: current.id }} />}
            />
          );
        })}
      </AppShell.Navbar>
      <AppShell.Main id="main" tabIndex={-1} className={classes.main}>
        {!online && (
          <div className={classes.offline} role="status">
            {t('state.offlineBanner')}
          </div>
        )}
        <Outlet />
      </AppShell.Main>
      {isPaletteAsked && <Palette />}
    </AppShell>
  );
}

function WorkspaceSwitcher({ current }: { readonly current: CurrentWorkspace }) {
  const { teams, workspaces } = useAccount();
  const navigate = useNavigate();
  return (
    <Menu position="bottom-start" width={280}>
      <Menu.Target>
        <UnstyledButton className={classes.switcher}>
          <span className={classes.switcherText}>
            <strong>{current.title}</strong>
            <span>{current.team?.name}</span>
          </span>
          <span className="visually-hidden">{t('nav.workspace')}</span>
          <IconChevronDown size={14} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {teams.map((team) => (
          <div key={team['@id']} role="group" aria-label={team.name ?? ''}>
            <Menu.Label>{team.name}</Menu.Label>
            {workspaces
              .filter((each) => teamOf(each) === team['@id'])
              .map((each) => (
                <Menu.Item
                  key={each.id}
                  leftSection={<IconBuildingStore size={15} aria-hidden />}
                  aria-current={each.id === current.id ? 'true' : undefined}
                  fw={each.id === current.id ? 600 : undefined}
                  onClick={() =>
                    void navigate({ to: '/w/$workspace/overview', params: { workspace: each.id ?? '' } })
                  }
                >
                  {each.title}
                </Menu.Item>
              ))}
          </div>
        ))}
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconPlus size={15} aria-hidden />}
          onClick={() => void navigate({ to: '/welcome' })}
        >
          {t('nav.newWorkspace')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** Whether changes come as they happen. */
function LiveMark() {
  const state = useLiveState();
  const label = t(
    state === 'open' ? 'live.open' : state === 'connecting' ? 'live.connecting' : 'live.closed',
  );
  return (
    <span className={classes.live} data-state={state} role="status" aria-label={label} data-hint={label}>
      <IconBolt size={15} aria-hidden />
    </span>
  );
}

function ThemeToggle() {
  const { setColorScheme } = useMantineColorScheme();
  const scheme = useComputedColorScheme('light', { getInitialValueInEffect: false });
  const next = scheme === 'dark' ? 'light' : 'dark';
  return (
    <ActionIcon size="lg" aria-label={t(`theme.${next}`)} onClick={() => setColorScheme(next)}>
      {scheme === 'dark' ? <IconSun size={17} /> : <IconMoon size={17} />}
    </ActionIcon>
  );
}

function UserMenu() {
  const { user } = useAccount();
  const { setColorScheme } = useMantineColorScheme();
  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <ActionIcon size="lg" aria-label={t('account.menu')}>
          <IconUser size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Text size="xs" c="dimmed" px="sm" py={4} truncate>
          {user.email}
        </Text>
        <Menu.Divider />
        <Menu.Item leftSection={<IconSun size={15} aria-hidden />} onClick={() => setColorScheme('auto')}>
          {t('theme.auto')}
        </Menu.Item>
        {languages
          .filter((each) => each !== language)
          .map((each) => (
            <Menu.Item
              key={each}
              leftSection={<IconLanguage size={15} aria-hidden />}
              onClick={() => chooseLanguage(each)}
              lang={each}
            >
              {new Intl.DisplayNames([each], { type: 'language' }).of(each)}
            </Menu.Item>
          ))}
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={15} aria-hidden />} onClick={() => void signOut()}>
          {t('account.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
