import type { Read } from '../../core/store/reading.js';
import type { OpenStore } from './auth/store-tokens.js';

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
    `SELECT w.title, t.id, p.subdomain, CASE WHEN p.domainEnabled = 1 THEN p.domain END,
        u.firstName, u.lastName, u.email, u.timezone
      FROM workspaces w JOIN teams t ON t.pk = w.teamPk
      LEFT JOIN tracking_pages p ON p.pk = w.defaultTrackingPagePk
      LEFT JOIN users u ON u.pk = (SELECT m.userPk FROM memberships m
        WHERE m.teamPk = t.pk AND m.role = 'owner' ORDER BY m.pk LIMIT 1)
      WHERE w.pk = ?`,
    [workspacePk],
  );
  if (!row) return undefined;
  const [title, teamId, subdomain, domain, firstName, lastName, email, timezone] = row as string[];
  return { title, teamId, subdomain, domain, firstName, lastName, email, timezone } as Facts;
}

/** What is told of a place in time. */
interface Zone {
  readonly name: string;
  /** Seconds from UTC in winter and in summer. */
  readonly raw_offset: number;
  readonly dst_offset: number;
  readonly dst_correction: boolean;
  readonly date_format: {
    readonly display: string;
    readonly export: string;
    readonly extended_display: string;
  };
}

function zoneOf(name: string | null, now: number): Zone {
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

export const SWITCHES = [
  'stencil',
  'sitewidehttps',
  'wishlists',
  'graphql_storefront_api',
  'shopper_consent_tracking',
  'multi_storefront',
];

/** What nobody here knows of a store. */
export const UNKNOWN = [
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

/** What a store says of itself, in BigCommerce's words. `publicUrl`: the origin that clients see. */
export async function presentStore(
  store: OpenStore,
  read: Read,
  publicUrl: string,
  now: number,
): Promise<object> {
  const facts = await factsOf(store, read);
  const host = facts?.domain ?? new URL(publicUrl).host;
  return {
    id: store.storeHash,
    account_uuid: facts?.teamId ?? '',
    store_id: store.workspacePk,
    default_channel_id: 1,
    default_site_id: 1000,
    domain: host,
    secure_url: `https://${host}`,
    control_panel_base_url: publicUrl,
    status: 'live',
    name: facts?.title ?? '',
    first_name: facts?.firstName ?? '',
    last_name: facts?.lastName ?? '',
    admin_email: facts?.email ?? '',
    ...Object.fromEntries(UNKNOWN.map((name) => [name, ''])),
    plan_is_trial: false,
    is_price_entered_with_tax: false,
    timezone: zoneOf(facts?.timezone ?? null, now),
    language: 'en',
    currency: 'USD',
    currency_symbol: '$',
    currency_symbol_location: 'left',
    decimal_separator: '.',
    thousands_separator: ',',
    decimal_places: 2,
    weight_units: 'Ounces',
    dimension_units: 'Inches',
    dimension_decimal_token: '.',
    dimension_thousands_token: ',',
    dimension_decimal_places: 2,
    logo: [],
    active_comparison_modules: [],
    features: {
      ...Object.fromEntries(SWITCHES.map((name) => [`${name}_enabled`, false])),
      facebook_catalog_id: '',
      checkout_type: 'optimized',
      storefront_limits: { active: 1, total_including_inactive: 1 },
    },
  };
}
