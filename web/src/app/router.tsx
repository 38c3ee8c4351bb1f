import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Navigate,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { signedIn, signIn } from '../api/session';
import { parseSearch, type Search, stringifySearch } from '../lib/search';
import { Failure, Lines } from '../ui/states';
import { accountQuery, useAccount } from './account';
import { queryClient } from './query-client';
import { Shell } from './shell';
import { lastWorkspace } from './last-workspace';

const validateSearch = (search: Record<string, unknown>): Search => search as Search;

const rootRoute = createRootRoute({ component: Outlet });

/** Everything that needs somebody who is signed in. */
const insideRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'inside',
  beforeLoad: async () => {
    if (signedIn()) return;
    signIn();
    // the browser is leaving this page
    await new Promise(() => undefined);
  },
  loader: () => queryClient.ensureQueryData(accountQuery),
  component: Outlet,
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
  component: lazyRouteComponent(() => import('../features/account/sign-up'), 'SignUp'),
});

const welcomeRoute = createRoute({
  getParentRoute: () => insideRoute,
  path: '/welcome',
  component: lazyRouteComponent(() => import('../features/account/welcome'), 'Welcome'),
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
  component: lazyRouteComponent(() => import('../features/overview/overview'), 'Overview'),
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
  component: lazyRouteComponent(() => import('../features/shipments/shipments'), 'Shipments'),
});

const shipmentRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/shipments/$shipment',
  component: lazyRouteComponent(() => import('../features/shipment/shipment'), 'ShipmentPage'),
});

const ordersRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/orders',
  validateSearch,
  component: lazyRouteComponent(() => import('../features/orders/orders'), 'Orders'),
});

const orderRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/orders/$order',
  component: lazyRouteComponent(() => import('../features/orders/order'), 'OrderPage'),
});

const analyticsRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/analytics',
  validateSearch,
  component: lazyRouteComponent(() => import('../features/analytics/analytics'), 'Analytics'),
});

const importsRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/imports',
  component: lazyRouteComponent(() => import('../features/imports/imports'), 'Imports'),
});

const developersRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/developers',
  validateSearch,
  component: lazyRouteComponent(() => import('../features/developers/developers'), 'Developers'),
});

const settingsRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/settings',
  validateSearch,
  component: lazyRouteComponent(() => import('../features/settings/settings'), 'Settings'),
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
  defaultErrorComponent: ({ error, reset }) => <Failure error={error} onRetry={reset} />,
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
