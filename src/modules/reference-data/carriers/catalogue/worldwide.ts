import { fedexBarCode, fedexExpress, gs1, mod37and36, mod7, ups } from '../check-digits.js';
import type { CarrierTable } from './carrier-row.js';

/** Carriers and forwarders that work in many countries. */
// prettier-ignore
export const WORLDWIDE: CarrierTable = {
  dhl: {
    name: 'DHL Express', site: 'www.dhl.com', tracking: '/global-en/home/tracking/tracking-express.html?tracking-id={}', description: 'International express parcels; DHL eCommerce shares its tracking page.', phone: '+1 800 225 5345',
    aliases: ['DHL', 'dhlint', 'dhl-express', 'DHL Express International', 'DHL International', 'DHL Worldwide Express'], hasServices: true, seventeenTrack: 100001, karrio: 'dhl_express', aftership: 'dhl dhl-pieceid',
    formats: [
      { name: 'DHL Express', pattern: /^([0-9]{9,10})([0-9])$/, check: mod7, example: '3318810025' },
      { name: 'DHL Express piece', pattern: /^JVGL[0-9]{9,10}$/, isExclusive: true, example: 'JVGL0999999990' },
      { name: 'DHL Express piece', pattern: /^J[A-Z]{2,3}[0-9]{9,10}$/, example: 'JFV247545960' },
      { name: 'DHL eCommerce', pattern: /^GM(?![0-9]{9}[A-Z]{2}$)[0-9][0-9A-Z]{9,38}$/, isExclusive: true, example: 'GM295117322517449' },
      { name: 'DHL eCommerce, by country', pattern: /^(?:LX|RX|UV|CN|SG|TH|IN|HK|MY)[0-9][0-9A-Z]{9,38}$/, isVague: true, example: 'SG1234567890A' },
      { name: 'DHL eCommerce, 14 digits', pattern: /^[0-9]{14}$/, isVague: true, example: '51087693037816' },
    ],
  },
  ups: {
    name: 'UPS', site: 'www.ups.com', tracking: '/track?tracknum={}', description: 'Parcels and express, worldwide.', phone: '+1 800 742 5877',
    aliases: ['United Parcel Service', 'United Parcel Services', 'United Parcel Service of America', 'upsready', 'upsonline', 'UPS Ready', 'UPS Online Tools'], hasServices: true, seventeenTrack: 100002, karrio: 'ups', aftership: 'ups',
    formats: [
      { name: 'UPS', pattern: /^1Z([0-9A-Z]{15})([0-9])$/, check: ups, isExclusive: true, example: '1Z5R89390357567127' },
      { name: 'UPS waybill', pattern: /^[AHJKTV]([0-9]{9})([0-9])$/, check: ups, example: 'K1506235620' },
    ],
  },
  fedex: {
    name: 'FedEx', site: 'www.fedex.com', tracking: '/fedextrack/?trknbr={}', description: 'Express and ground parcels, worldwide.', phone: '+1 800 463 3339',
    aliases: ['Federal Express', 'FedEx Corporation', 'FedEx Express'], hasServices: true, seventeenTrack: 100003, karrio: 'fedex', aftership: 'fedex',
    formats: [
      { name: 'FedEx Express', pattern: /^([0-9]{11})([0-9])$/, check: fedexExpress, example: '986578788855' },
      { name: 'FedEx Express bar code', pattern: /^[0-8][0-9]{19}([0-9]{13})([0-9])$/, check: fedexBarCode, example: '1001921334250001000300779017972697' },
      { name: 'FedEx ASTRA', pattern: /^3[0-9]{15}([0-9]{11})([0-9])[0-9]{4}$/, check: fedexExpress, example: '32971514560102447849175802862014' },
      { name: 'FedEx Ground', pattern: /^([0-9]{14})([0-9])$/, check: gs1, example: '568283610012000' },
      // FedEx's own prefix is not published: what another has issued is not its
      { name: 'FedEx Ground SSCC', pattern: /^([0-9]{17})([0-9])$/, check: gs1, unlessExclusive: true, example: '000123450000000027' },
      { name: 'FedEx Ground 96', pattern: /^96[0-9]{5}([0-9]{14})([0-9])$/, check: gs1, isExclusive: true, example: '9611020987654312345672' },
      { name: 'FedEx Ground bar code', pattern: /^96[0-9]{18}([0-9]{13})([0-9])$/, check: fedexBarCode, isExclusive: true, example: '9622001560000000000000794808390594' },
    ],
  },
  tnt: {
    name: 'TNT', site: 'www.tnt.com', tracking: '/express/en_us/site/shipping-tools/tracking.html?searchType=con&cons={}', description: 'International express, a part of FedEx.',
    aliases: ['TNT Express', 'TNT Global'], hasServices: true, seventeenTrack: 100004, karrio: 'tnt', aftership: 'tnt',
  },
  'tnt-click': { name: 'TNT Click', site: 'www.tnt.com', family: 'tnt', aftership: 'tnt-click' },
  'tnt-reference': {
    name: 'TNT Reference', site: 'www.tnt.com', tracking: '/express/en_us/site/shipping-tools/tracking.html?searchType=ref&cons={}', description: "TNT's parcels by the sender's own reference.",
    family: 'tnt', aftership: 'tnt-reference',
  },
  dpd: {
    name: 'DPD', site: 'www.dpd.com', tracking: 'https://tracking.dpd.de/status/en_US/parcel/{}', description: 'Parcels by road all over Europe.',
    hasServices: true, seventeenTrack: 100007, karrio: 'dpd', aftership: 'dpd',
    formats: [
      { name: 'DPD bar code', pattern: /^([0-9]{27})([0-9A-Z])$/, check: mod37and36, example: '008182709980000020033350276C' },
      { name: 'DPD', pattern: /^([0-9]{14})([0-9A-Z])$/, check: mod37and36, example: '09980000020033F' },
    ],
  },
  gls: {
    name: 'GLS', site: 'gls-group.eu', tracking: '/EU/en/parcel-tracking?match={}', description: 'Parcels by road all over Europe.',
    aliases: ['General Logistics Systems', 'GLS Germany', 'GLS Deutschland', 'GLS Group'], hasServices: true, seventeenTrack: 100005, karrio: 'gls', aftership: 'gls gls-netherlands',
  },
  aramex: {
    name: 'Aramex', site: 'www.aramex.com', tracking: '/track/results?ShipmentNumber={}', description: 'Express and logistics from the Middle East to the world.',
    hasServices: true, seventeenTrack: 100006, karrio: 'aramex', aftership: 'aramex',
  },
  dbschenker: {
    name: 'DB Schenker', site: 'www.dbschenker.com', tracking: 'https://www.dbschenker.com/app/tracking-public/?refNumber={}', description: 'Freight by road, air and sea.',
    aliases: ['Schenker'], hasServices: true, aftership: 'dbschenker-se',
  },
  dsv: { name: 'DSV', site: 'www.dsv.com', description: 'Freight by road, air and sea.', seventeenTrack: 100186, aftership: 'dsv' },
  dachser: { name: 'Dachser', site: 'www.dachser.com', description: 'Groupage and food logistics.', aftership: 'dachser' },
  'ceva-logistics': { name: 'CEVA Logistics', site: 'www.cevalogistics.com', description: 'Freight and contract logistics.' },
  expeditors: { name: 'Expeditors', site: 'www.expeditors.com', description: 'Freight forwarding.', aftership: 'expeditors' },
  hanjin: { name: 'Hanjin Shipping', countries: 'KR', site: 'www.hanjin.com', description: 'Parcels and freight from Korea.' },
  nippon: { name: 'Nippon Express', site: 'www.nipponexpress.com', description: 'Freight and logistics.' },
  skynetworldwide: { name: 'SkyNet Worldwide Express', site: 'www.skynetworldwide.com', description: 'Courier network.', aftership: 'skynetworldwide' },
  'skynetworldwide-uk': { name: 'SkyNet Worldwide Express UK', countries: 'GB', site: 'www.skynetworldwide.com', family: 'skynetworldwide', aftership: 'skynetworldwide-uk' },
  'i-parcel': {
    name: 'i-parcel', site: 'www.i-parcel.com', tracking: 'https://tracking.i-parcel.com/?TrackingNumber={}', description: 'Parcels across borders, a part of UPS.',
    family: 'ups', seventeenTrack: 100015, aftership: 'i-parcel',
  },
  parcel: { name: 'Pitney Bowes', site: 'www.pitneybowes.com', tracking: 'https://trackpb.shipment.co/track/{}', description: 'Parcels across borders.', seventeenTrack: 100036 },
  'landmark-global': {
    name: 'Landmark Global', site: 'landmarkglobal.com', tracking: 'https://track.landmarkglobal.com/?search={}', description: 'Parcels across borders, a part of Bpost.',
    family: 'belgium-post', seventeenTrack: 100021, karrio: 'landmark',
    formats: [
      { name: 'Landmark Global', pattern: /^LTN[0-9]{8}N1$/, isExclusive: true, example: 'LTN74207623N1' },
    ],
  },
  wndirect: { name: 'wnDirect', site: 'www.wndirect.com', description: 'Parcels across borders.' },
  trakpak: { name: 'TrakPak', site: 'trackmytrakpak.com', description: 'Parcels across borders.', aftership: 'trakpak' },
  quantium: {
    name: 'Quantium Solutions', site: 'www.quantiumsolutions.com', description: 'Parcels across borders, a part of Singapore Post.',
    family: 'singapore-post', seventeenTrack: 100109, aftership: 'quantium',
  },
  'asendia-usa': {
    name: 'Asendia USA', countries: 'US', site: 'www.asendiausa.com', tracking: 'https://a1.asendiausa.com/tracking/?trackingnumber={}', description: 'International mail of La Poste and Swiss Post.',
    seventeenTrack: 100016, karrio: 'asendia_us', aftership: 'asendia-usa',
  },
  'asendia-uk': {
    name: 'Asendia UK', countries: 'GB', site: 'www.asendia.co.uk', tracking: 'https://tracking.asendia.com/tracking/{}', description: 'International mail of La Poste and Swiss Post.',
    family: 'asendia-usa', aftership: 'asendia-uk',
  },
  'asendia-de': {
    name: 'Asendia Germany', countries: 'DE', site: 'www.asendia.de', tracking: 'https://tracking.asendia.com/tracking/{}', description: 'International mail of La Poste and Swiss Post.',
    family: 'asendia-usa', aftership: 'asendia-de',
  },
  'asendia-hk': {
    name: 'Asendia HK', countries: 'HK', site: 'www.asendia.hk', tracking: 'https://tracking.asendia.com/tracking/{}', description: 'International mail of La Poste and Swiss Post.',
    family: 'asendia-usa',
  },
  upu: { name: 'UPU', site: 'www.upu.int', description: 'The Universal Postal Union, whose members are the posts.', deliversPost: true },
  epacket: { name: 'ePacket', description: 'Small parcels from Asia, delivered by the posts.', family: 'china-post' },
  packlink: { name: 'Packlink', site: 'www.packlink.com', description: 'Sells the services of other carriers.', seventeenTrack: 100168, aftership: 'packlink' },
  omniparcel: { name: 'Omni Parcel', site: 'www.omniparcel.com', seventeenTrack: 100187, aftership: 'omniparcel' },
  oneworldexpress: { name: 'One World Express', site: 'www.oneworldexpress.com', description: 'Parcels across borders.', seventeenTrack: 100011, aftership: 'oneworldexpress' },
  'postnl-3s': {
    name: 'PostNL International 3S', countries: 'NL', site: 'www.postnl.nl', tracking: 'https://postnl.post/details/?barcodes={}', description: 'Tracked parcels of PostNL to other countries.',
    family: 'postnl-parcels', aftership: 'postnl-3s',
  },
  'dhl-active': { name: 'DHL Active Tracing', site: 'www.dhl.com', description: 'Freight of DHL.', family: 'dhl' },
  speedpak: {
    name: 'SpeedPAK', site: 'www.orangeconnex.com', tracking: '/tracking?language=en&trackingnumber={}', description: "eBay's parcels from Asia.",
    seventeenTrack: 190205, isSecondAtSeventeenTrack: true,
  },
  orangeconnex: {
    name: 'Orange Connex', countries: 'CN', site: 'www.orangeconnex.com', tracking: '/tracking?language=en&trackingnumber={}', description: "eBay's parcels from Asia.",
    family: 'speedpak', seventeenTrack: 190205,
  },
  cainiao: {
    name: 'AliExpress Standard Shipping', countries: 'CN', site: 'www.cainiao.com', tracking: 'https://global.cainiao.com/detail.htm?mailNoList={}', description: 'Parcels of AliExpress, carried by Cainiao.',
    aliases: ['Cainiao', 'Cainiao Global'], seventeenTrack: 190271,
  },
  global: {
    name: 'Global Order (Cainiao)', countries: 'CN', site: 'www.cainiao.com', tracking: 'https://global.cainiao.com/detail.htm?mailNoList={}', description: "Parcels by Alibaba's network.",
    family: 'cainiao', seventeenTrack: 190271,
  },
  wishpost: { name: 'WishPost', site: 'www.wishpost.cn', tracking: '/en/tracking?id={}', description: 'Parcels of Wish.', seventeenTrack: 190165, aftership: 'wishpost' },
  qxpress: { name: 'Qxpress', countries: 'SG', site: 'www.qxpress.net', description: 'Parcels of Qoo10.', aftership: 'qxpress' },
  'overseas-logistics': { name: 'Overseas Logistics' },
  logistics: { name: 'Logistics' },
  amazon: {
    name: 'Amazon Logistics', site: 'www.amazon.com', tracking: 'https://track.amazon.com/tracking/{}', description: "Amazon's own deliveries.", phone: '+1 888 280 4331',
    aliases: ['Amazon', 'Amazon Shipping', 'AMZL', 'AMZL US', 'Amazon.com'], hasServices: true, karrio: 'amazon_shipping', aftership: 'amazon',
    formats: [
      { name: 'Amazon Logistics', pattern: /^TB[ACM][0-9]{12}$/, isExclusive: true, example: 'TBA000000000000' },
      { name: 'Amazon International', pattern: /^[AFC][0-9]{10}$/, example: 'C1004444443' },
    ],
  },
};
