import {
  createRootRoute,
  createRoute,
  createRouter,
  type ErrorComponentProps,
  lazyRouteComponent,
  Navigate,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { loadFiles } from '../api/error';
import { renew, signedIn, signIn } from '../api/session';
import { parseSearch, type Search, stringifySearch } from '../lib/search';
import { Page } from '../ui/page';
import { Failure, Lines } from '../ui/states';
import { accountQuery, useAccount } from './account';
import { queryClient } from './query-client';
import { Shell } from './shell';
import { lastWorkspace } from './last-workspace';

const validateSearch = (search: Record<string, unknown>): Search => search as Search;

/** A screen whose files are loaded when it is opened. */
const screen = <K extends string>(load: () => Promise<Record<K, ComponentType>>, name: K) =>
  lazyRouteComponent(() => loadFiles(load), name);

const rootRoute = createRootRoute({ component: Outlet });

/** Everything that needs somebody who is signed in. */
const insideRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'inside',
  beforeLoad: async () => {
    // a server that does not answer says nothing about who is signed in
    if (signedIn() || (await renew())) return;
    signIn();
    // the browser is leaving this page
    await new Promise(() => undefined);
  },
  loader: () => queryClient.ensureQueryData(accountQuery),
  component: Outlet,
  errorComponent: (props) => (
    <main>
      <RouteFailure {...props} />
    </main>
  ),
});

function Start() {
  const { workspaces } = useAccount();
  const known = lastWorkspace();
  const workspace = workspaces.find(({ id }) => id === known) ?? workspaces[0];
  if (!workspace?.id) return <Navigate to="/welcome" replace />;
  return <Navigate to="/w/$workspace/overview" params={{ workspace: workspace.id }} replace />;
}

const startRoute = createRoute({ getParentRoute: () => insideRoute, path: '/', component: Start });

const signUpRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-up',
  component: screen(() => import('../features/account/sign-up'), 'SignUp'),
});

const welcomeRoute = createRoute({
  getParentRoute: () => insideRoute,
  path: '/welcome',
  component: screen(() => import('../features/account/welcome'), 'Welcome'),
});

const workspaceRoute = createRoute({
  getParentRoute: () => insideRoute,
  path: '/w/$workspace',
  component: Shell,
});

const workspaceIndexRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/',
  beforeLoad: ({ params }) => {
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- the router's own way to lead elsewhere
    throw redirect({ to: '/w/$workspace/overview', params });
  },
});

const overviewRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/overview',
  component: screen(() => import('../features/overview/overview'), 'Overview'),
});

const shipmentsRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/shipments',
  validateSearch,
  // the rows are asked for while the account and the screen's files are on their way
  loader: ({ params, location }) =>
    void import('../features/shipments/query').then(({ prefetchShipments }) =>
      prefetchShipments(queryClient, `/workspaces/${params.workspace}`, location.search),
    ),
  component: screen(() => import('../features/shipments/shipments'), 'Shipments'),
});

const shipmentRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/shipments/$shipment',
  component: screen(() => import('../features/shipment/shipment'), 'ShipmentPage'),
});

const ordersRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/orders',
  validateSearch,
  component: screen(() => import('../features/orders/orders'), 'Orders'),
});

const orderRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/orders/$order',
  component: screen(() => import('../features/orders/order'), 'OrderPage'),
});

const analyticsRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/analytics',
  validateSearch,
  component: screen(() => import('../features/analytics/analytics'), 'Analytics'),
});

const importsRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/imports',
  component: screen(() => import('../features/imports/imports'), 'Imports'),
});

const developersRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/developers',
  validateSearch,
  component: screen(() => import('../features/developers/developers'), 'Developers'),
});

const settingsRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/settings',
  validateSearch,
  component: screen(() => import('../features/settings/settings'), 'Settings'),
});

const routeTree = rootRoute.addChildren([
  signUpRoute,
  insideRoute.addChildren([
    startRoute,
    welcomeRoute,
    workspaceRoute.addChildren([
      workspaceIndexRoute,
      overviewRoute,
      shipmentsRoute,
      shipmentRoute,
      ordersRoute,
      orderRoute,
      analyticsRoute,
      importsRoute,
      developersRoute,
      settingsRoute,
    ]),
  ]),
]);

/** What has not come is asked for again: the screen's files, the account, and what the screen reads. */
function RouteFailure({ error }: ErrorComponentProps) {
  const onRetry = (): void => {
    preloadScreen();
    void router.invalidate();
  };
  return (
    <Page title="Waybill">
      <Failure error={error} onRetry={onRetry} />
    </Page>
  );
}

export const router = createRouter({
  routeTree,
  basepath: '/app',
  parseSearch,
  stringifySearch,
  defaultPreload: 'intent',
  defaultPendingMs: 150,
  // what is ready is shown: without this the lines of a screen that loads stay for half a second
  defaultPendingMinMs: 0,
  defaultPendingComponent: Lines,
  defaultErrorComponent: RouteFailure,
  defaultNotFoundComponent: () => <Navigate to="/" replace />,
  scrollRestoration: true,
});

/** Begins to load the files of the screen that the address names, before it is known who is there. */
export function preloadScreen(): void {
  const [routes] = router.getMatchedRoutes(router.latestLocation.pathname);
  for (const { options } of routes) {
    const { component } = options as { readonly component?: { readonly preload?: () => unknown } };
    void component?.preload?.();
  }
}

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
