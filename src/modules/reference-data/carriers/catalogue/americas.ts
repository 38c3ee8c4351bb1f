import { luhn, ontrac } from '../check-digits.js';
import type { CarrierTable } from './carrier-row.js';

/** Carriers of North and South America. */
// prettier-ignore
export const AMERICAS: CarrierTable = {
  'fedex-ground': {
    name: 'FedEx Ground', countries: 'US CA', site: 'www.fedex.com', tracking: '/fedextrack/?trknbr={}', description: 'Parcels of FedEx by road.', phone: '+1 800 463 3339',
    aliases: ['FedEx Home Delivery'], hasServices: true, family: 'fedex', seventeenTrack: 100003, karrio: 'fedex',
  },
  'fedex-freight': {
    name: 'FedEx Freight', countries: 'US CA MX', site: 'www.fedex.com', tracking: '/fedextrack/?trknbr={}', description: 'Freight of FedEx by road.', phone: '+1 866 393 4585',
    hasServices: true, family: 'fedex', seventeenTrack: 100003, karrio: 'fedex', aftership: 'fedex-freight',
  },
  'ups-ground': {
    name: 'UPS Ground', countries: 'US CA', site: 'www.ups.com', tracking: '/track?tracknum={}', description: 'Parcels of UPS by road.', phone: '+1 800 742 5877',
    hasServices: true, family: 'ups', seventeenTrack: 100002, karrio: 'ups',
  },
  'ups-freight': { name: 'UPS Freight', countries: 'US', site: 'www.tforcefreight.com', description: 'Freight by road, now TForce Freight.', family: 'ups', aftership: 'ups-freight' },
  'ups-mi': {
    name: 'UPS Mail Innovations', countries: 'US', site: 'www.upsmailinnovations.com', description: 'Light parcels of UPS, delivered by USPS.',
    hasServices: true, family: 'ups', seventeenTrack: 100002, karrio: 'ups', aftership: 'ups-mi',
  },
  dhlglobalmail: {
    name: 'DHL eCommerce US', countries: 'US', site: 'www.dhl.com', tracking: 'https://webtrack.dhlecs.com/?trackingnumber={}', description: 'Light parcels of DHL, delivered by USPS.', phone: '+1 800 805 9306',
    aliases: ['DHL eCommerce', 'DHL eCommerce Solutions', 'DHL eCommerce America'], hasServices: true, family: 'dhl', seventeenTrack: 7047, karrio: 'dhl_universal', aftership: 'dhl-global-mail',
  },
  'overseas-territory-us-post': {
    name: 'Overseas Territory US Post', countries: 'AS GU MP PR VI', site: 'www.usps.com', tracking: 'https://tools.usps.com/go/TrackConfirmAction?tLabels={}',
    family: 'usps',
  },
  ontrac: {
    name: 'OnTrac', countries: 'US', site: 'www.ontrac.com', tracking: '/tracking/?number={}', description: 'Parcels in the United States.', phone: '+1 800 334 5000',
    hasServices: true, seventeenTrack: 100049, aftership: 'ontrac',
    formats: [
      { name: 'OnTrac C', pattern: /^C([0-9]{13})([0-9])$/, check: ontrac('4'), example: 'C11031500001879' },
      { name: 'OnTrac D', pattern: /^D([0-9]{13})([0-9])$/, check: ontrac('5'), example: 'D10011354453707' },
    ],
  },
  lasership: {
    name: 'LaserShip', countries: 'US', site: 'www.ontrac.com', tracking: '/tracking/?number={}', description: 'Parcels on the east coast, now a part of OnTrac.', phone: '+1 804 414 2590',
    aliases: ['Laser Ship', 'LaserShip Inc'], hasServices: true, family: 'ontrac', seventeenTrack: 100052, aftership: 'lasership',
    formats: [
      { name: 'LaserShip LX', pattern: /^L[AIEHNX][1-3][0-9]{7}$/, example: 'LX17635036' },
      { name: 'LaserShip 1LS7', pattern: /^1LS7[12][0-9]{10}$/, isExclusive: true, example: '1LS717793482164' },
      { name: 'LaserShip 1LS7, part', pattern: /^1LS7[12][0-9]{2}01[1-4][0-9]{6}1$/, isExclusive: true, example: '1LS71190136181271' },
      { name: 'LaserShip 1LSCX', pattern: /^1LSCX[0-9A-Z]{10}$/, isExclusive: true, example: '1LSCXVE0058631Y' },
    ],
  },
  'spee-dee': {
    name: 'Spee-Dee Delivery', countries: 'US', site: 'www.speedeedelivery.com', tracking: '/track/?tracking={}', description: 'Parcels in the Midwest.', phone: '+1 800 862 5578',
    formats: [
      { name: 'Spee-Dee', pattern: /^SP[0-9]{18}$/, isExclusive: true, example: 'SP029692510000920746' },
    ],
  },
  gofo: {
    name: 'GOFO Express', countries: 'US', site: 'www.gofoexpress.com', tracking: '/tracking.html?searchID={}', description: 'Parcels in the United States.',
    formats: [
      { name: 'GOFO', pattern: /^GFUS[0-9]{14}$/, isExclusive: true, example: 'GFUS01011884214464' },
    ],
  },
  'old-dominion': {
    name: 'Old Dominion Freight Line', countries: 'US', site: 'www.odfl.com', tracking: '/us/en/tools/trace-track-ltl-freight/trace.html?proNumbers={}', description: 'Less-than-truckload freight.', phone: '+1 800 432 6335',
    aliases: ['Old Dominion', 'ODFL'], hasServices: true, aftership: 'old-dominion',
    formats: [
      { name: 'Old Dominion', pattern: /^((?:77[78]|072|780)[0-9]{7})([0-9])$/, check: luhn, isExclusive: true, example: '07209562763' },
      { name: 'Old Dominion, guaranteed', pattern: /^(80[0-9]{8})([0-9])$/, check: luhn, example: '80003280379' },
    ],
  },
  estes: { name: 'Estes', countries: 'US', site: 'www.estes-express.com', description: 'Less-than-truckload freight.', phone: '+1 866 378 3748', hasServices: true, aftership: 'estes' },
  'rl-carriers': { name: 'R+L Carriers', countries: 'US CA', site: 'www.rlcarriers.com', description: 'Less-than-truckload freight.', phone: '+1 800 543 5589', aftership: 'rl-carriers' },
  abf: { name: 'ABF Freight', countries: 'US', site: 'arcb.com', description: 'Less-than-truckload freight.', phone: '+1 800 610 5544', aftership: 'abf' },
  'con-way': { name: 'Con-way Freight', countries: 'US', site: 'www.xpo.com', description: 'Less-than-truckload freight, now XPO.', aftership: 'con-way' },
  echo: { name: 'Echo', countries: 'US', site: 'www.echo.com', description: 'Freight brokerage.', aftership: 'echo' },
  greyhound: { name: 'Greyhound', countries: 'US', site: 'www.shipgreyhound.com', description: 'Parcels by coach.', aftership: 'greyhound' },
  newgistics: { name: 'Newgistics', countries: 'US', site: 'www.pitneybowes.com', description: 'Returns and light parcels, now Pitney Bowes.', family: 'parcel', aftership: 'newgistics' },
  globegistics: { name: 'Globegistics', countries: 'US', site: 'www.globegisticsinc.com', description: 'International mail, a part of Asendia.', aftership: 'globegistics' },
  rrdonnelley: { name: 'RR Donnelley', countries: 'US', site: 'www.rrd.com', description: 'International mail.', aftership: 'rrdonnelley' },
  imexglobalsolutions: { name: 'IMEX Global Solutions', countries: 'US', site: 'www.imexglobalsolutions.com', description: 'International mail.', aftership: 'imexglobalsolutions' },
  apc: { name: 'APC Postal Logistics', countries: 'US', site: 'www.apc-pli.com', description: 'International mail.', seventeenTrack: 100121, aftership: 'apc' },
  boxc: { name: 'BoxC Logistics', countries: 'US', site: 'boxc.com', description: 'Parcels across borders.', aftership: 'boxc' },
  grandslamexpress: { name: 'Grand Slam Express', countries: 'US', seventeenTrack: 100156 },
  'ec-firstclass': { name: 'EC-Firstclass', countries: 'CN US', site: 'www.ec-firstclass.org', description: 'Parcels from China to the United States.', aftership: 'ec-firstclass' },
  canpar: {
    name: 'Canpar Courier', countries: 'CA', site: 'www.canpar.com', tracking: '/en/tracking/track.htm?barcode={}', description: 'Parcels in Canada.', phone: '+1 800 387 9335',
    seventeenTrack: 100146, karrio: 'canpar', aftership: 'canpar',
    formats: [
      { name: 'Canpar', pattern: /^[CDKLSUXZ][0-9]{21}$/, example: 'D576002440000001718010' },
    ],
  },
  purolator: {
    name: 'Purolator', countries: 'CA', site: 'www.purolator.com', tracking: '/en/shipping/tracker?pin={}', description: 'Express in Canada.', phone: '+1 888 744 7123',
    aliases: ['Purolator Courier', 'Purolator International'], hasServices: true, family: 'canada-post', seventeenTrack: 100042, karrio: 'purolator', aftership: 'purolator',
    formats: [
      { name: 'Purolator', pattern: /^([0-5][0-9]{10})([0-9])$/, check: luhn, example: '320595463938' },
      { name: 'Purolator, three letters', pattern: /^[A-Z]{3}[0-9]{9}$/, example: 'KYV009956937' },
    ],
  },
  xpresspost: {
    name: 'Xpresspost', countries: 'CA', site: 'www.canadapost-postescanada.ca', tracking: '/track-reperage/en#/search?searchFor={}', description: 'Express of Canada Post.', phone: '+1 866 607 6301',
    family: 'canada-post', karrio: 'canadapost',
  },
  mailamericas: { name: 'MailAmericas', site: 'www.mailamericas.com', description: 'Parcels to Latin America.', seventeenTrack: 13134 },
  'jet-ship': { name: 'Jet-Ship Worldwide', countries: 'US', aftership: 'jet-ship' },
  qexpress: { name: 'QExpress', countries: 'NZ CN', site: 'www.qexpress.co.nz', description: 'Parcels between New Zealand and China.' },
  hound: { name: 'Hound Express', countries: 'MX', site: 'houndexpress.com' },
  yakit: { name: 'Yakit', countries: 'US', site: 'www.yakit.com', description: 'Parcels across borders.' },
};
