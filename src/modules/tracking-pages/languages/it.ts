import type { Texts } from './texts.js';

/** What a tracking page says, in Italian. */
export const it: Texts = {
  pageTitle: 'I suoi pacchi',
  nothingYet:
    'Qui non ci sono ancora pacchi. Appariranno su questa pagina non appena il negozio spedirà qualcosa.',
  goneTitle: 'Qui non c’è nulla',
  goneText: 'Il link non è valido o è scaduto. Ne chieda uno nuovo al negozio.',
  language: 'Lingua',

  headline_no_info: 'Comunicato al corriere',
  headline_pre_transit: 'Imballato, in attesa del corriere',
  headline_in_transit: 'In viaggio',
  headline_customs_clearance: 'In dogana',
  headline_exception: 'In ritardo',
  headline_delivery_in_progress: 'In consegna',
  headline_unsuccessful_delivery: 'Tentativo di consegna fallito',
  headline_available_for_pickup: 'Pronto per il ritiro',
  headline_delivered: 'Consegnato',
  headline_return_to_sender: 'Di ritorno al negozio',
  headline_cancelled: 'Annullato',
  headline_error: 'Tracciamento non disponibile',
  headline_expired: 'Nessuna novità da molto tempo',
  headline_transit_limit_exceeded: 'Molto più tardi del solito',
  headline_unknown: 'In preparazione',

  advice_no_info: 'Il corriere non l’ha ancora registrato. Possono volerci uno o due giorni.',
  advice_pre_transit: 'Il pacco è pronto. Ci saranno novità quando il corriere lo ritirerà.',
  advice_in_transit: 'Non deve fare nulla. Qui sotto trova ogni tappa comunicata dal corriere.',
  advice_customs_clearance:
    'La dogana lo sta controllando. Se serve qualcosa da parte sua, il corriere le scriverà.',
  advice_exception:
    'C’è un ritardo. Guardi l’ultimo aggiornamento qui sotto e, se deve fare qualcosa, contatti il corriere.',
  advice_delivery_in_progress: 'Il corriere ha il pacco con sé. Oggi dovrebbe esserci qualcuno a riceverlo.',
  advice_unsuccessful_delivery:
    'Nessuno ha potuto riceverlo. Cerchi un avviso alla porta o concordi un altro giorno con il corriere.',
  advice_available_for_pickup:
    'Il pacco è in un punto di ritiro o locker. Porti un documento d’identità e il numero di tracking.',
  advice_delivered: 'È arrivato. Se non l’ha ricevuto, chieda prima ai vicini e poi al negozio.',
  advice_return_to_sender:
    'Non è stato possibile consegnarlo e torna indietro. Chieda al negozio un nuovo invio o il rimborso.',
  advice_cancelled: 'Il negozio ha annullato questo pacco. Se non se lo aspettava, contatti il negozio.',
  advice_error: 'Il corriere non riconosce il numero di tracking. Contatti il negozio.',
  advice_expired: 'Il corriere non comunica nulla da molto tempo. Chieda al negozio di fare una verifica.',
  advice_transit_limit_exceeded: 'Sarebbe dovuto arrivare da tempo. Chieda al negozio di fare una verifica.',
  advice_unknown: 'Ci saranno novità quando sarà affidato al corriere.',

  progress: 'Avanzamento',
  step_ordered: 'Ordinato',
  step_packed: 'Imballato',
  step_on_the_way: 'In viaggio',
  step_out_for_delivery: 'In consegna',
  step_delivered: 'Consegnato',
  step_returned: 'Restituito',
  step_cancelled: 'Annullato',

  expectedOn: 'Consegna prevista per {date}',
  expectedBetween: 'Consegna prevista tra {from} e {to}',
  expectedBy: 'Consegna prevista entro {date}',
  byDay: 'entro {date}',
  wasExpectedOn: 'La consegna era prevista per {date}',
  deliveredOn: 'Consegnato {date}',

  order: 'Ordine',
  trackingNumber: 'Numero di tracking',
  noTrackingNumber: 'Ancora nessun numero di tracking',
  carrier: 'Corriere',
  lastMile: 'Consegna a cura di',
  trackAtCarrier: 'Segui sul sito {carrier}',
  contents: 'In questo pacco',
  unnamedItem: 'Articolo',
  history: 'Storico della spedizione',
  noHistory: 'Non ci sono ancora notizie dal corriere.',
  timesIn: 'Fuso orario: {zone}.',
  otherParcels: 'Gli altri suoi pacchi',

  review: 'Com’è andata la consegna?',
  reviewCarrier: 'Consegna',
  reviewProduct: 'Prodotto',
  reviewPackaging: 'Imballaggio',
  reviewComment: 'Vuole aggiungere altro? (facoltativo)',
  reviewSend: 'Invia',
  reviewThanks: 'Grazie per la sua recensione.',
  reviewIncomplete: 'Assegni a ciascuna delle tre voci da una a cinque stelle.',

  questions: 'Domande?',
  writeToShop: 'Scrivi al negozio',
  callShop: 'Chiama il numero {phone}',
  contactShop: 'Contatta il negozio',
  returnPolicy: 'Resi',
  privacy: 'Privacy',

  find: 'Trova il mio pacco',
  findIntro: 'Inserisca il numero d’ordine con l’e-mail o il CAP, oppure solo il numero di tracking.',
  findOrderNumber: 'Numero d’ordine',
  findEmailOrPostcode: 'Indirizzo e-mail o CAP',
  findOr: 'oppure',
  findSearch: 'Cerca',
  findNothing:
    'Nessun pacco trovato con questi dati. Li ricontrolli o consulti l’e-mail di conferma dell’ordine.',
  findIncomplete: 'Inserisca un numero di tracking, oppure un numero d’ordine con un’e-mail o un CAP.',
  findTooOften: 'Troppi tentativi. Riprovi tra un’ora.',
};
