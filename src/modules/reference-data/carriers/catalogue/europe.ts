import { gs1 } from '../check-digits.js';
import { sscc } from '../number-format.js';
import type { CarrierTable } from './carrier-row.js';

/** Carriers of Europe and of the north of Asia. */
// prettier-ignore
export const EUROPE: CarrierTable = {
  'dhl-germany': {
    name: 'Deutsche Post DHL', countries: 'DE', site: 'www.dhl.de', tracking: '/en/privatkunden/pakete-empfangen/verfolgen.html?piececode={}', description: 'Parcels in Germany.', phone: '+49 228 4333112',
    aliases: ['DHL Paket', 'DHL Germany', 'DHL Deutschland', 'DHL DE', 'DHL Parcel Germany', 'Deutsche Post DHL Group', 'DHL Parcel DE'], hasServices: true, family: 'dhl', seventeenTrack: 7041, karrio: 'dhl_parcel_de', aftership: 'dhl-germany',
    formats: [
      // GS1's company prefix of DHL; its extension digit is always 3
      { name: 'DHL Paket, SSCC', pattern: sscc('34043'), check: gs1, isExclusive: true, example: '00340434292135100124' },
    ],
  },
  'dhl-parcel-nl': {
    name: 'DHL Netherlands', countries: 'NL', site: 'www.dhlecommerce.nl', description: 'Parcels in the Netherlands.',
    family: 'dhl', seventeenTrack: 100047, aftership: 'dhl-nl',
  },
  'dhlparcel-nl': {
    name: 'DHL Parcel Netherlands', countries: 'NL', site: 'www.dhlecommerce.nl', description: 'Parcels in the Netherlands.',
    aliases: ['DHL Parcel NL', 'DHL Parcel'], family: 'dhl', seventeenTrack: 100047, aftership: 'dhlparcel-nl',
  },
  'dhl-benelux': { name: 'DHL Benelux', countries: 'BE NL LU', site: 'www.dhl.com', description: 'Parcels in the Benelux countries.', family: 'dhl', aftership: 'dhl-benelux' },
  'dhl-poland': {
    name: 'DHL Poland Domestic', countries: 'PL', site: 'www.dhl.com', tracking: 'https://www.dhl.com/pl-pl/home/tracking.html?tracking-id={}', description: 'Parcels in Poland.',
    family: 'dhl', karrio: 'dhl_poland', aftership: 'dhl-poland',
  },
  'dhl-es': {
    name: 'DHL Spain Domestic', countries: 'ES', site: 'www.dhl.com', tracking: 'https://www.dhl.com/es-en/home/tracking.html?tracking-id={}', description: 'Parcels in Spain.',
    family: 'dhl', aftership: 'dhl-es',
  },
  'dpd-de': {
    name: 'DPD Germany', countries: 'DE', site: 'www.dpd.com', tracking: 'https://tracking.dpd.de/status/en_US/parcel/{}', description: 'Parcels in Germany.',
    aliases: ['DPD DE', 'DPD Deutschland'], hasServices: true, family: 'dpd', seventeenTrack: 100007, aftership: 'dpd-de',
  },
  'dpd-uk': {
    name: 'DPD UK', countries: 'GB', site: 'www.dpd.co.uk', tracking: '/apps/tracking/?reference={}', description: 'Parcels in the United Kingdom.', phone: '+44 121 275 0500',
    aliases: ['DPD Local', 'DPD Group UK', 'DPD GB'], hasServices: true, family: 'dpd', seventeenTrack: 100010, aftership: 'dpd-uk',
  },
  'dpd-ireland': {
    name: 'DPD Ireland', countries: 'IE', site: 'dpd.ie', tracking: '/tracking?consignmentNumber={}', description: 'Parcels in Ireland.',
    family: 'dpd', seventeenTrack: 100142, aftership: 'dpd-ireland',
  },
  'dpd-poland': {
    name: 'DPD Poland', countries: 'PL', site: 'www.dpd.com', tracking: 'https://tracktrace.dpd.com.pl/EN/parcelDetails?p1={}', description: 'Parcels in Poland.',
    family: 'dpd', seventeenTrack: 100111, aftership: 'dpd-poland',
  },
  exapaq: {
    name: 'DPD France', countries: 'FR', site: 'www.dpd.fr', tracking: '/trace/{}', description: 'Parcels in France, once Exapaq.',
    aliases: ['DPD FR'], family: 'dpd', seventeenTrack: 100072, aftership: 'exapaq',
  },
  siodemka: { name: 'Siódemka', countries: 'PL', description: 'Parcels in Poland, now DPD.', family: 'dpd', aftership: 'siodemka' },
  'gls-italy': { name: 'GLS Italy', countries: 'IT', site: 'www.gls-italy.com', description: 'Parcels in Italy.', family: 'gls', seventeenTrack: 100024, aftership: 'gls-italy' },
  'tnt-it': { name: 'TNT Italy', countries: 'IT', site: 'www.tnt.it', description: 'Express in Italy.', family: 'tnt', seventeenTrack: 100065, aftership: 'tnt-it' },
  'tnt-fr': { name: 'TNT France', countries: 'FR', site: 'www.tnt.fr', description: 'Express in France.', family: 'tnt', aftership: 'tnt-fr' },
  'tnt-uk': {
    name: 'TNT UK', countries: 'GB', site: 'www.tnt.com', description: 'Express in the United Kingdom.', phone: '+44 800 100 600',
    family: 'tnt', aftership: 'tnt-uk tnt-uk-reference',
  },
  'fedex-uk': {
    name: 'FedEx UK', countries: 'GB', site: 'www.fedex.com', tracking: '/fedextrack/?trknbr={}', description: 'Express in the United Kingdom.',
    family: 'fedex', seventeenTrack: 100003, aftership: 'fedex-uk',
  },
  opek: {
    name: 'FedEx Poland Domestic', countries: 'PL', site: 'www.fedex.com', tracking: '/fedextrack/?trknbr={}', description: 'Express in Poland, once Opek.',
    family: 'fedex', aftership: 'opek',
  },
  'parcel-force': {
    name: 'Parcelforce', countries: 'GB', site: 'www.parcelforce.com', tracking: '/track-trace?trackNumber={}', description: 'Express of Royal Mail.', phone: '+44 344 800 4466',
    aliases: ['Parcelforce Worldwide', 'Parcel Force'], hasServices: true, family: 'royal-mail', seventeenTrack: 11033, aftership: 'parcel-force',
  },
  yodel: {
    name: 'Yodel', countries: 'GB', site: 'www.yodel.co.uk', tracking: '/tracking/{}', description: 'Parcels in the United Kingdom.', phone: '+44 344 755 0117',
    aliases: ['Yodel Direct'], hasServices: true, seventeenTrack: 100017, aftership: 'yodel yodel-international',
    formats: [
      { name: 'Yodel', pattern: /^JJ?D0002[0-9]{12}$/, isExclusive: true, example: 'JJD0002257639032011' },
      { name: 'Yodel', pattern: /^JJ?D[0-9]{16}$/, example: 'JD1234567890123456' },
    ],
  },
  hermes: {
    name: 'Hermes World', countries: 'GB', site: 'www.evri.com', tracking: '/track/parcel/{}', description: 'Parcels in the United Kingdom, now Evri.',
    aliases: ['myHermes', 'Hermes', 'Hermes UK', 'Evri', 'evri-uk'], hasServices: true, seventeenTrack: 100018, aftership: 'hermes myhermes-uk',
  },
  'hermes-de': {
    name: 'Hermes Germany', countries: 'DE', site: 'www.myhermes.de', tracking: '/empfangen/sendungsverfolgung/sendungsinformation#{}', description: 'Parcels in Germany.',
    aliases: ['Hermes Deutschland', 'Hermes Versand'], family: 'hermes', seventeenTrack: 100031, karrio: 'hermes', aftership: 'hermes-de',
  },
  collectplus: {
    name: 'Collect+', countries: 'GB', site: 'www.collectplus.co.uk', tracking: '/track/{}', description: 'Parcels that shops hand out.',
    family: 'yodel', aftership: 'collectplus',
  },
  ukmail: {
    name: 'UK Mail', countries: 'GB', description: 'Parcels in the United Kingdom, now DHL.',
    aliases: ['DHL Parcel UK', 'DHL eCommerce UK'], family: 'dhl', seventeenTrack: 100050, aftership: 'uk-mail',
  },
  whistl: { name: 'Whistl', countries: 'GB', site: 'www.whistl.co.uk', description: 'Mail and parcels in the United Kingdom.', seventeenTrack: 100159 },
  dxdelivery: { name: 'DX Delivery', countries: 'GB', site: 'www.dxdelivery.com', description: 'Parcels and two-man deliveries.', aliases: ['DX Group'], aftership: 'dx' },
  tuffnells: { name: 'Tuffnells', countries: 'GB', site: 'www.tuffnells.co.uk', description: 'Heavy and bulky parcels.', aftership: 'tuffnells' },
  arrowxl: { name: 'Arrow XL', countries: 'GB', site: 'www.arrowxl.co.uk', description: 'Two-man deliveries.', aftership: 'arrowxl' },
  'xdp-uk': { name: 'XDP Express', countries: 'GB', site: 'www.xdp.co.uk', description: 'Parcels in the United Kingdom.', seventeenTrack: 100167, aftership: 'xdp-uk xdp-uk-reference' },
  '13-ten': { name: '13ten', countries: 'GB' },
  palletways: { name: 'Palletways', countries: 'GB', site: 'www.palletways.com', description: 'Freight by the pallet.' },
  'ubx-uk': { name: 'UBX Express', countries: 'GB' },
  nightline: { name: 'Nightline', countries: 'IE', site: 'www.nightline.ie', description: 'Parcels in Ireland.', aftership: 'nightline' },
  'fastway-ie': {
    name: 'Fastway Ireland', countries: 'IE', site: 'www.fastway.ie', description: 'Parcels in Ireland.',
    family: 'aramex', seventeenTrack: 100068, aftership: 'fastway-ireland',
  },
  wiseloads: { name: 'Wiseloads', countries: 'IE', site: 'www.wiseloads.ie' },
  'easy-mail': { name: 'Easy Mail', countries: 'GR', site: 'www.easymail.gr', aftership: 'easy-mail' },
  chronopost: {
    name: 'France EMS - Chronopost', countries: 'FR', site: 'www.chronopost.fr', tracking: '/tracking-no-cms/suivi-page?listeNumerosLT={}', description: 'Express of La Poste.',
    aliases: ['Chronopost'], hasServices: true, family: 'laposte', karrio: 'chronopost', aftership: 'chronopost-france',
  },
  'chronopost-portugal': { name: 'Chronopost Portugal', countries: 'PT', site: 'dpd.pt', description: 'Express in Portugal, now DPD.', family: 'laposte', aftership: 'chronopost-portugal' },
  colissimo: {
    name: 'Colissimo', countries: 'FR', site: 'www.laposte.fr', tracking: '/outils/suivre-vos-envois?code={}', description: 'Parcels of La Poste.',
    aliases: ['La Poste Colissimo', 'Colissimo Access'], hasServices: true, family: 'laposte', seventeenTrack: 6051, karrio: 'colissimo', aftership: 'colissimo la-poste-colissimo',
  },
  'colis-prive': {
    name: 'Colis Privé', countries: 'FR', site: 'colisprive.com', tracking: 'https://colisprive.com/moncolis/pages/detailColis.aspx?numColis={}', description: 'Parcels in France.',
    seventeenTrack: 100027, aftership: 'colis-prive',
  },
  mondialrelay: {
    name: 'Mondial Relay', countries: 'FR BE ES', site: 'www.mondialrelay.fr', tracking: '/suivi-de-colis/?numeroExpedition={}', description: 'Parcels that shops and lockers hand out.',
    hasServices: true, aftership: 'mondialrelay',
  },
  'overseas-territory-fr-ems': {
    name: 'Overseas Territory FR EMS', countries: 'GF GP MQ NC PF PM RE WF YT', site: 'www.chronopost.fr', tracking: '/tracking-no-cms/suivi-page?listeNumerosLT={}',
    family: 'laposte',
  },
  'monaco-ems': { name: 'Monaco EMS', countries: 'MC', site: 'www.chronopost.fr', tracking: '/tracking-no-cms/suivi-page?listeNumerosLT={}', family: 'laposte' },
  'andorra-post': { name: 'Andorra Post', countries: 'AD', deliversPost: true },
  bartolini: {
    name: 'BRT Bartolini', countries: 'IT', site: 'www.brt.it', tracking: 'https://vas.brt.it/vas/sped_det_show.hsm?Nspediz={}', description: 'Parcels in Italy.',
    aliases: ['BRT', 'BRT Corriere Espresso', 'Bartolini'], hasServices: true, family: 'dpd', seventeenTrack: 100026, aftership: 'brt-it',
  },
  'italy-sda': {
    name: 'Italy SDA', countries: 'IT', site: 'www.sda.it', description: 'Express of Poste Italiane.',
    aliases: ['SDA', 'SDA Express Courier'], family: 'poste-italiane', seventeenTrack: 100019, aftership: 'italy-sda',
  },
  nexive: { name: 'Nexive', countries: 'IT', description: 'Mail and parcels, now Poste Italiane.', family: 'poste-italiane', seventeenTrack: 100087, aftership: 'tntpost-it' },
  'sgt-it': { name: 'SGT Corriere Espresso', countries: 'IT', site: 'www.sgt.it', aftership: 'sgt-it' },
  'dmm-network': { name: 'DMM Network', countries: 'IT', site: 'www.dmmnetwork.it', aftership: 'dmm-network' },
  'international-seur': {
    name: 'International Seur', countries: 'ES', site: 'www.seur.com', tracking: '/livetracking/?segOnlineIdentificador={}', description: 'Express in Spain, a part of DPD.',
    aliases: ['SEUR', 'SEUR Spain'], hasServices: true, family: 'dpd', aftership: 'international-seur spanish-seur',
  },
  'mrw-spain': { name: 'MRW', countries: 'ES', site: 'www.mrw.es', description: 'Express in Spain.', seventeenTrack: 100175, aftership: 'mrw-spain' },
  envialia: { name: 'Envialia', countries: 'ES', site: 'www.envialia.com', description: 'Express in Spain.', aftership: 'envialia' },
  'redur-es': { name: 'Redur Spain', countries: 'ES', aftership: 'redur-es' },
  'cbl-logistica': { name: 'CBL Logistica', countries: 'ES', site: 'www.cbl-logistica.com', description: 'Freight in Spain.', aftership: 'cbl-logistica' },
  cacesapostal: { name: 'Cacesa Postal', countries: 'ES', site: 'www.cacesapostal.com', description: 'Customs and mail from Asia.', seventeenTrack: 100045 },
  szendex: { name: 'Szendex', countries: 'ES', site: 'www.szendex.com' },
  adicional: { name: 'Adicional Logistics', countries: 'PT', site: 'www.adicional.pt', aftership: 'adicional' },
  taxydromiki: { name: 'Geniki Taxydromiki', countries: 'GR', site: 'www.taxydromiki.com', tracking: '/track/{}', description: 'Parcels in Greece.', aftership: 'taxydromiki' },
  acscourier: { name: 'ACS Courier', countries: 'GR', site: 'www.acscourier.net', description: 'Parcels in Greece.', seventeenTrack: 100070, aftership: 'acscourier' },
  speedexcourier: { name: 'Speedex Courier', countries: 'GR', site: 'www.speedex.gr', description: 'Parcels in Greece.', aftership: 'speedexcourier' },
  'inpost-paczkomaty': {
    name: 'InPost Paczkomaty', countries: 'PL', site: 'inpost.pl', tracking: '/sledzenie-przesylek?number={}', description: 'Parcel lockers in Poland.', phone: '+48 722 444 000',
    aliases: ['InPost', 'Paczkomaty', 'InPost Poland'], hasServices: true, seventeenTrack: 100043, aftership: 'inpost-paczkomaty',
  },
  allekurier: { name: 'AlleKurier', countries: 'PL', site: 'allekurier.pl', description: 'Sells the services of other carriers.' },
  matkahuolto: {
    name: 'Matkahuolto', countries: 'FI', site: 'www.matkahuolto.fi', tracking: '/seuranta?parcelNumber={}', description: 'Parcels by coach.',
    seventeenTrack: 100161, aftership: 'matkahuolto',
  },
  myaustrianpost: { name: 'My Austrian Post', countries: 'AT', site: 'www.post.at', tracking: '/s/sendungsdetails?snr={}', family: 'austria-post' },
  eurodis: { name: 'Eurodis', site: 'www.eurodis.com', description: 'A network of European carriers.' },
  sprintpack: { name: 'SprintPack', countries: 'NL', site: 'www.sprintpack.com.cn', description: 'Parcels from China to Europe.', seventeenTrack: 190059 },
  '8europe': { name: '8Europe', site: 'www.8europe.com' },
  hivewms: { name: 'HiveWMS', countries: 'DE', site: 'www.hivewms.com' },
  cdek: { name: 'CDEK Express', countries: 'RU', site: 'www.cdek.ru', tracking: '/en/tracking?order_id={}', description: 'Parcels in Russia and its neighbours.', seventeenTrack: 100030 },
  spsr: { name: 'SPSR', countries: 'RU', description: 'Express in Russia, now CDEK.' },
  'tk-kit': { name: 'TK KIT', countries: 'RU', site: 'tk-kit.com', description: 'Freight in Russia.' },
  imlb2c: { name: 'IML Logistics', countries: 'RU', site: 'iml.ru', description: 'Parcels of shops in Russia.' },
  meest: { name: 'Meest Express', countries: 'UA', site: 'meest.com', description: 'Parcels to and in Ukraine.', seventeenTrack: 100023 },
  'nova-poshta': {
    name: 'Nova Poshta', countries: 'UA', site: 'novaposhta.ua', tracking: '/en/tracking/?cargo_number={}', description: 'Parcels in Ukraine.', phone: '+380 800 500 609',
    hasServices: true, seventeenTrack: 100035, aftership: 'nova-poshta',
  },
  'ukraine-ems': {
    name: 'Ukraine EMS', countries: 'UA', site: 'www.ukrposhta.ua', tracking: 'https://track.ukrposhta.ua/tracking_EN.html?barcode={}', description: 'Express of the post.',
    family: 'ukraine-post',
  },
  'deltec-courier': { name: 'Deltec Courier', countries: 'GB', site: 'www.deltec-courier.com', aftership: 'deltec-courier' },
  'gel-express': { name: 'GEL Express', countries: 'DE', site: 'www.gel-express.de', description: 'Express freight.' },
  utec: { name: 'UTEC', countries: 'UA', site: 'www.utec.info', seventeenTrack: 190109 },
};
