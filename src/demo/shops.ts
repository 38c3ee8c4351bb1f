import type { Branding } from '../modules/tracking-pages/branding/branding.js';
import type { Markets } from './customers.js';

export interface Product {
  readonly name: string;
  readonly sku: string;
  readonly price: number;
  /** Each with the values it can have. */
  readonly options: Readonly<Record<string, readonly string[]>>;
}

/** A carrier that a shop hands its parcels to. */
export interface Line {
  readonly carrier: string;
  /** Its tracking numbers: `#` a digit, `@` a letter. */
  readonly number: string;
  /** How slow it is, against others. */
  readonly pace: number;
  /** Weekdays on which it delivers nothing; 0 is Sunday. */
  readonly rests: readonly number[];
  /** Who delivers in other countries, where it is somebody else. */
  readonly abroad?: Readonly<Record<string, string>>;
}

export interface Shop {
  readonly title: string;
  readonly orderPrefix: string;
  readonly orders: number;
  readonly currency: string;
  readonly country: { readonly name: string; readonly iso2: string };
  /** Where its parcels start, and the sorting centres they pass. */
  readonly depot: string;
  readonly hubs: readonly string[];
  readonly markets: Markets;
  readonly domestic: readonly Line[];
  readonly international: readonly Line[];
  readonly products: readonly Product[];
  /** How its tracking page looks. */
  readonly branding: Branding;
}

/** Post offices that take over what another country's post brings. */
const POSTS = {
  US: 'usps',
  CA: 'canada-post',
  DE: 'deutsche-post',
  FR: 'laposte',
  GB: 'royal-mail',
  ES: 'correos-spain',
  NL: 'postnl-parcels',
  AT: 'austria-post',
  IT: 'poste-italiane',
  SE: 'sweden-posten',
  AU: 'australia-post',
  JP: 'japan-post',
};

const SUNDAY = [0];
const WEEKEND = [0, 6];

const SIZES = { size: ['S', 'M', 'L', 'XL'] };
const WEIGHTS = { weight: ['50 g', '100 g', '250 g'] };

export const SHOPS: readonly Shop[] = [
  {
    title: 'Outdoor shop',
    orderPrefix: 'OS-',
    orders: 180,
    currency: 'USD',
    country: { name: 'United States', iso2: 'US' },
    depot: 'Denver, CO',
    hubs: ['Kansas City, MO', 'Salt Lake City, UT', 'Chicago, IL', 'Memphis, TN'],
    markets: { US: 60, CA: 14, GB: 8, DE: 6, FR: 4, AU: 4, JP: 3, SE: 1 },
    domestic: [
      { carrier: 'usps', number: '9400111899############', pace: 1.25, rests: SUNDAY },
      { carrier: 'ups', number: '1Z@##@##03########', pace: 0.8, rests: WEEKEND },
      { carrier: 'fedex', number: '7849########', pace: 0.95, rests: SUNDAY },
    ],
    international: [
      { carrier: 'usps', number: 'LZ#########US', pace: 2.1, rests: SUNDAY, abroad: POSTS },
      { carrier: 'ups', number: '1Z@##@##04########', pace: 0.9, rests: WEEKEND },
      { carrier: 'dhl', number: '58########', pace: 0.75, rests: SUNDAY },
    ],
    branding: {
      accentColor: '#0f6b4f',
      headerLinks: [{ label: 'Shop', url: 'https://outdoor.example.com' }],
      contactEmail: 'help@outdoor.example.com',
      contactPhone: '+1 303 555 0142',
      returnPolicyUrl: 'https://outdoor.example.com/returns',
      privacyUrl: 'https://outdoor.example.com/privacy',
    },
    products: [
      { name: 'Trail jacket "Ridgeline"', sku: 'OS-JKT-01', price: 149, options: SIZES },
      { name: 'Merino base layer', sku: 'OS-BSE-02', price: 64.5, options: SIZES },
      { name: 'Two-person tent', sku: 'OS-TNT-01', price: 289.95, options: { colour: ['moss', 'sand'] } },
      { name: 'Sleeping bag −5 °C', sku: 'OS-SLP-05', price: 179, options: { zip: ['left', 'right'] } },
      { name: 'Titanium mug 450 ml', sku: 'OS-MUG-45', price: 34.9, options: {} },
      { name: 'Head lamp', sku: 'OS-LMP-11', price: 42, options: { colour: ['black', 'orange'] } },
      { name: 'Gas stove', sku: 'OS-STV-02', price: 54.95, options: {} },
      { name: 'Trekking poles (pair)', sku: 'OS-POL-07', price: 89, options: {} },
      { name: 'Wool socks, 3 pairs', sku: 'OS-SCK-03', price: 27.5, options: { size: ['36-39', '40-43'] } },
    ],
  },
  {
    title: 'Tea house',
    orderPrefix: 'TH-',
    orders: 120,
    currency: 'EUR',
    country: { name: 'Germany', iso2: 'DE' },
    depot: 'Hamburg',
    hubs: ['Hannover', 'Kassel', 'Leipzig', 'Köln'],
    markets: { DE: 46, AT: 10, FR: 9, PL: 9, NL: 8, ES: 6, GB: 5, IT: 4, SE: 2, US: 1 },
    domestic: [
      { carrier: 'dhl-germany', number: '00340434############', pace: 0.7, rests: SUNDAY },
      { carrier: 'dpd', number: '01############', pace: 0.95, rests: WEEKEND },
      { carrier: 'gls', number: '5########@#', pace: 1.2, rests: WEEKEND },
    ],
    international: [
      { carrier: 'dpd', number: '09############', pace: 0.9, rests: WEEKEND, abroad: { PL: 'dpd-poland' } },
      { carrier: 'gls', number: '6########@#', pace: 1.15, rests: WEEKEND, abroad: { IT: 'gls-italy' } },
      { carrier: 'deutsche-post', number: 'RX#########DE', pace: 2, rests: SUNDAY, abroad: POSTS },
    ],
    branding: {
      accentColor: '#8a3b12',
      font: 'serif',
      headerLinks: [{ label: 'Teeladen', url: 'https://tee.example.com' }],
      footerLinks: [{ label: 'Impressum', url: 'https://tee.example.com/impressum' }],
      contactEmail: 'hallo@tee.example.com',
      returnPolicyUrl: 'https://tee.example.com/widerruf',
      privacyUrl: 'https://tee.example.com/datenschutz',
      texts: { de: { writeToShop: 'Schreiben Sie uns' } },
    },
    products: [
      { name: 'Darjeeling First Flush', sku: 'TH-DAR-FF', price: 12.9, options: WEIGHTS },
      { name: 'Sencha „Frühlingswiese“', sku: 'TH-SEN-01', price: 8.4, options: WEIGHTS },
      { name: 'Earl Grey', sku: 'TH-EGR-01', price: 6.2, options: WEIGHTS },
      { name: 'Rooibos vanilla', sku: 'TH-ROO-02', price: 5.8, options: WEIGHTS },
      { name: '100% Matcha, 30 g', sku: 'TH-MAT-30', price: 24, options: {} },
      { name: 'Glass teapot 1.2 l', sku: 'TH-POT-12', price: 32.5, options: {} },
      { name: 'Cast-iron kettle', sku: 'TH-KTL-01', price: 79, options: { colour: ['black', 'jade'] } },
      { name: 'Tea caddy', sku: 'TH-CAD-03', price: 9.9, options: { colour: ['red', 'blue', 'plain'] } },
    ],
  },
];
