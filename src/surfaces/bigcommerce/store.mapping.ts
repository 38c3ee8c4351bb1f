import { objectSchema } from '../../core/openapi/object-schema.js';
import type { Schema } from '../../core/openapi/types.js';
import type { Read } from '../../core/store/reading.js';
import { constant, type Mapping, present } from '../shared/mapping.js';
import type { OpenStore } from './auth/store-tokens.js';
import { ID, only, text, WHOLE } from './schema-helpers.js';
import { sqlNames } from '../../core/database/sql-names.js';
import { Membership } from '../../modules/identity/teams/membership.entity.js';
import { Team } from '../../modules/identity/teams/team.entity.js';
import { TrackingPage } from '../../modules/tracking-pages/tracking-page.entity.js';
import { User } from '../../modules/identity/users/user.entity.js';
import { Workspace } from '../../modules/workspaces/workspace.entity.js';

const w = sqlNames(Workspace, 'w');
const t = sqlNames(Team, 't');
const p = sqlNames(TrackingPage, 'p');
const u = sqlNames(User, 'u');
const m = sqlNames(Membership, 'm');

const TEXT: Schema = { type: 'string' };
const NONE: Schema = { type: 'array', maxItems: 0, items: {} };

/** The same for all of some names. */
const all = <T>(names: readonly string[], each: T): Record<string, T> =>
  Object.fromEntries(names.map((name) => [name, each]));

/** What of a store is in tables. */
interface Facts {
  readonly title: string;
  readonly teamId: string;
  /** The subdomain of its default tracking page. */
  readonly subdomain: string | null;
  readonly domain: string | null;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly email: string | null;
  readonly timezone: string | null;
}

async function factsOf({ workspacePk }: OpenStore, read: Read): Promise<Facts | undefined> {
  const [row] = await read(
    `SELECT ${w.title}, ${t.id}, ${p.subdomain}, CASE WHEN ${p.domainEnabled} = 1 THEN ${p.domain} END,
        ${u.firstName}, ${u.lastName}, ${u.email}, ${u.timezone}
      FROM ${w.table} JOIN ${t.table} ON ${t.pk} = ${w.teamPk}
      LEFT JOIN ${p.table} ON ${p.pk} = ${w.defaultTrackingPagePk}
      LEFT JOIN ${u.table} ON ${u.pk} = (SELECT ${m.userPk} FROM ${m.table}
        WHERE ${m.teamPk} = ${t.pk} AND ${m.role} = 'owner' ORDER BY ${m.pk} LIMIT 1)
      WHERE ${w.pk} = ?`,
    [workspacePk],
  );
  if (!row) return undefined;
  const [title, teamId, subdomain, domain, firstName, lastName, email, timezone] = row as string[];
  return { title, teamId, subdomain, domain, firstName, lastName, email, timezone } as Facts;
}

/** What is told of a place in time; seconds from UTC in winter and in summer. */
const ZONE = objectSchema({
  name: text("The owner's.", 'America/Chicago'),
  raw_offset: { type: 'integer', description: 'Seconds from UTC.', examples: [-21600] },
  dst_offset: { type: 'integer', description: 'The same in summer.', examples: [-18000] },
  dst_correction: { type: 'boolean', description: 'It is summer there.' },
  date_format: objectSchema(all(['display', 'export', 'extended_display'], TEXT)),
});

function zoneOf(name: string | null, now: number): object {
  const zone = name ?? 'UTC';
  const year = new Date(now).getUTCFullYear();
  const [winter = 0, summer = 0] = [0, 6].map((month) => offsetOf(zone, Date.UTC(year, month, 1)));
  const [raw, dst] = [Math.min(winter, summer), Math.max(winter, summer)];
  return {
    name: zone,
    raw_offset: raw,
    dst_offset: dst,
    dst_correction: offsetOf(zone, now) !== raw,
    date_format: { display: 'M jS Y', export: 'M jS Y', extended_display: 'M jS Y @ g:i A' },
  };
}

/** Seconds that a zone is ahead of UTC at a moment; 0 where nobody knows the zone. */
function offsetOf(timeZone: string, moment: number): number {
  try {
    const parts = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' }).formatToParts(
      moment,
    );
    const [, sign, hours = '0', minutes = '0'] =
      /GMT([+-])(\d\d):(\d\d)/.exec(parts.find(({ type }) => type === 'timeZoneName')?.value ?? '') ?? [];
    return (sign === '-' ? -1 : 1) * (Number(hours) * 3600 + Number(minutes) * 60);
  } catch {
    return 0;
  }
}

/** What a store is shown from. */
interface StoreRows {
  readonly store: OpenStore;
  readonly facts: Facts | undefined;
  /** Where customers see their parcels. */
  readonly host: string;
  /** The origin that clients see. */
  readonly publicUrl: string;
  readonly now: number;
}

/** What nobody here knows of a store. */
const UNKNOWN = [
  'order_email',
  'address',
  'phone',
  'country',
  'country_code',
  'industry',
  'favicon_url',
  'infrastructure_region',
  'plan_name',
  'plan_level',
];

const SWITCHES = [
  'stencil_enabled',
  'sitewidehttps_enabled',
  'wishlists_enabled',
  'graphql_storefront_api_enabled',
  'shopper_consent_tracking_enabled',
  'multi_storefront_enabled',
];

const FEATURES = objectSchema({
  ...all(SWITCHES, only(false)),
  ...all(['facebook_catalog_id', 'checkout_type'], TEXT),
  storefront_limits: objectSchema(all(['active', 'total_including_inactive'], WHOLE)),
});

/** What a store says of itself, in BigCommerce's words. */
export const STORE: Mapping<StoreRows> = {
  id: {
    schema: text("The store's name in paths.", 'q0v5k8d2n7r3m1st'),
    value: ({ store }) => store.storeHash,
  },
  account_uuid: {
    schema: text('The team.', '3fa85f64-5717-4562-b3fc-2c963f66afa6'),
    value: ({ facts }) => facts?.teamId ?? '',
  },
  store_id: { schema: ID, value: ({ store }) => store.workspacePk },
  default_channel_id: constant(ID, 1),
  default_site_id: constant(ID, 1000),
  domain: {
    schema: text('Where customers see their parcels.', 'shipping.example'),
    value: ({ host }) => host,
  },
  secure_url: {
    schema: text('The same, as a URL.', 'https://shipping.example'),
    value: ({ host }) => `https://${host}`,
  },
  control_panel_base_url: {
    schema: text('Where the server is.', 'https://shipping.example'),
    value: ({ publicUrl }) => publicUrl,
  },
  status: constant(text('It is there.', 'live'), 'live'),
  name: { schema: text("The workspace's title.", 'Main shop'), value: ({ facts }) => facts?.title ?? '' },
  first_name: {
    schema: text("Of the team's owner.", 'Ada'),
    value: ({ facts }) => facts?.firstName ?? '',
  },
  last_name: {
    schema: text("Of the team's owner.", 'Lovelace'),
    value: ({ facts }) => facts?.lastName ?? '',
  },
  admin_email: {
    schema: text("Of the team's owner.", 'ada@example.com'),
    value: ({ facts }) => facts?.email ?? '',
  },
  ...all(UNKNOWN, constant<StoreRows>(only(''), '')),
  plan_is_trial: constant(only(false), false),
  is_price_entered_with_tax: constant(only(false), false),
  timezone: { schema: ZONE, value: ({ facts, now }) => zoneOf(facts?.timezone ?? null, now) },
  language: constant(TEXT, 'en'),
  currency: constant(TEXT, 'USD'),
  currency_symbol: constant(TEXT, '$'),
  currency_symbol_location: constant(TEXT, 'left'),
  decimal_separator: constant(TEXT, '.'),
  thousands_separator: constant(TEXT, ','),
  decimal_places: constant(WHOLE, 2),
  weight_units: constant(TEXT, 'Ounces'),
  dimension_units: constant(TEXT, 'Inches'),
  dimension_decimal_token: constant(TEXT, '.'),
  dimension_thousands_token: constant(TEXT, ','),
  dimension_decimal_places: constant(WHOLE, 2),
  logo: constant(NONE, []),
  active_comparison_modules: constant(NONE, []),
  features: constant(FEATURES, {
    ...all(SWITCHES, false),
    facebook_catalog_id: '',
    checkout_type: 'optimized',
    storefront_limits: { active: 1, total_including_inactive: 1 },
  }),
};

/** A store as it is answered. `publicUrl`: the origin that clients see. */
export async function presentStore(
  store: OpenStore,
  read: Read,
  publicUrl: string,
  now: number,
): Promise<object> {
  const facts = await factsOf(store, read);
  const host = facts?.domain ?? new URL(publicUrl).host;
  return present(STORE, { store, facts, host, publicUrl, now });
}
