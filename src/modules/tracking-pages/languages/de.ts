import type { Texts } from './texts.js';

/** What a tracking page says, in German. */
export const de: Texts = {
  pageTitle: 'Ihre Pakete',
  nothingYet:
    'Hier gibt es noch keine Pakete. Sobald der Shop etwas verschickt, sehen Sie es auf dieser Seite.',
  goneTitle: 'Hier ist nichts zu finden',
  goneText: 'Der Link ist ungültig oder abgelaufen. Bitte fragen Sie den Shop nach einem neuen.',
  language: 'Sprache',

  headline_no_info: 'Beim Paketdienst angekündigt',
  headline_pre_transit: 'Verpackt, wartet auf den Paketdienst',
  headline_in_transit: 'Unterwegs',
  headline_customs_clearance: 'In der Zollabfertigung',
  headline_exception: 'Verzögert',
  headline_delivery_in_progress: 'In Zustellung',
  headline_unsuccessful_delivery: 'Erfolgloser Zustellversuch',
  headline_available_for_pickup: 'Abholbereit',
  headline_delivered: 'Zugestellt',
  headline_return_to_sender: 'Auf dem Rückweg zum Shop',
  headline_cancelled: 'Storniert',
  headline_error: 'Sendungsverfolgung nicht möglich',
  headline_expired: 'Seit längerer Zeit keine Meldung',
  headline_transit_limit_exceeded: 'Deutlich länger unterwegs als üblich',
  headline_unknown: 'In Vorbereitung',

  advice_no_info: 'Der Paketdienst hat das Paket noch nicht erfasst. Das kann ein bis zwei Tage dauern.',
  advice_pre_transit: 'Ihr Paket ist gepackt. Neues gibt es, sobald der Paketdienst es übernimmt.',
  advice_in_transit: 'Sie müssen nichts tun. Jede Station, die der Paketdienst meldet, finden Sie unten.',
  advice_customs_clearance:
    'Der Zoll prüft das Paket. Wird etwas von Ihnen benötigt, meldet sich der Paketdienst bei Ihnen.',
  advice_exception:
    'Es verzögert sich. Lesen Sie die letzte Meldung unten und fragen Sie im Zweifel den Paketdienst.',
  advice_delivery_in_progress:
    'Ihr Paket ist im Zustellfahrzeug. Heute sollte jemand da sein, der es annimmt.',
  advice_unsuccessful_delivery:
    'Niemand war da. Suchen Sie die Benachrichtigung oder bitten Sie den Paketdienst um einen neuen Termin.',
  advice_available_for_pickup:
    'Es wartet in einem Paketshop oder einer Paketstation. Bringen Sie Ausweis und Sendungsnummer mit.',
  advice_delivered:
    'Ihr Paket wurde zugestellt. Haben Sie es nicht, fragen Sie bitte erst die Nachbarn, dann den Shop.',
  advice_return_to_sender:
    'Das Paket war nicht zustellbar und geht zurück. Bitten Sie den Shop um Neuversand oder Erstattung.',
  advice_cancelled:
    'Der Shop hat dieses Paket storniert. Falls Sie das nicht erwartet haben, fragen Sie bitte dort nach.',
  advice_error: 'Der Paketdienst kennt die Sendungsnummer nicht. Bitte fragen Sie den Shop.',
  advice_expired: 'Der Paketdienst hat lange nichts gemeldet. Bitten Sie den Shop nachzuforschen.',
  advice_transit_limit_exceeded: 'Das Paket müsste längst da sein. Bitten Sie den Shop nachzuforschen.',
  advice_unknown: 'Neues gibt es, sobald das Paket an den Paketdienst übergeben wird.',

  progress: 'Fortschritt',
  step_ordered: 'Bestellt',
  step_packed: 'Verpackt',
  step_on_the_way: 'Unterwegs',
  step_out_for_delivery: 'In Zustellung',
  step_delivered: 'Zugestellt',
  step_returned: 'Zurückgeschickt',
  step_cancelled: 'Storniert',

  expectedOn: 'Voraussichtlich am {date}',
  expectedBetween: 'Voraussichtlich zwischen {from} und {to}',
  expectedBy: 'Voraussichtlich bis {date}',
  byDay: 'bis {date}',
  wasExpectedOn: 'Zustellung war geplant für {date}',
  deliveredOn: 'Zugestellt am {date}',

  order: 'Bestellung',
  trackingNumber: 'Sendungsnummer',
  noTrackingNumber: 'Noch keine Sendungsnummer',
  carrier: 'Paketdienst',
  lastMile: 'Zustellung durch',
  trackAtCarrier: 'Bei {carrier} verfolgen',
  contents: 'In diesem Paket',
  unnamedItem: 'Artikel',
  history: 'Sendungsverlauf',
  noHistory: 'Vom Paketdienst gibt es noch keine Meldung.',
  timesIn: 'Uhrzeiten in der Zeitzone {zone}.',
  otherParcels: 'Ihre anderen Pakete',

  review: 'Wie war die Lieferung?',
  reviewCarrier: 'Lieferung',
  reviewProduct: 'Produkt',
  reviewPackaging: 'Verpackung',
  reviewComment: 'Möchten Sie noch etwas ergänzen? (optional)',
  reviewSend: 'Absenden',
  reviewThanks: 'Vielen Dank für Ihre Bewertung.',
  reviewIncomplete: 'Bitte vergeben Sie in allen drei Kategorien einen bis fünf Sterne.',

  questions: 'Fragen?',
  writeToShop: 'Dem Shop schreiben',
  callShop: '{phone} anrufen',
  contactShop: 'Shop kontaktieren',
  returnPolicy: 'Rückgabe',
  privacy: 'Datenschutz',

  find: 'Mein Paket finden',
  findIntro:
    'Geben Sie Bestellnummer und E-Mail-Adresse oder Postleitzahl ein – oder nur die Sendungsnummer.',
  findOrderNumber: 'Bestellnummer',
  findEmailOrPostcode: 'E-Mail-Adresse oder Postleitzahl',
  findOr: 'oder',
  findSearch: 'Suchen',
  findNothing:
    'Wir haben kein Paket gefunden. Prüfen Sie die Angaben oder sehen Sie in Ihrer Bestellbestätigung nach.',
  findIncomplete: 'Bitte Sendungsnummer eingeben oder Bestellnummer mit E-Mail-Adresse oder Postleitzahl.',
  findTooOften: 'Das waren zu viele Versuche. Bitte versuchen Sie es in einer Stunde noch einmal.',
};
