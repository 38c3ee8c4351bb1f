import type { Texts } from './texts.js';

/** What a tracking page says, in Dutch. */
export const nl: Texts = {
  pageTitle: 'Uw pakketten',
  nothingYet: 'Er zijn nog geen pakketten. Zodra de webshop iets verstuurt, ziet u het op deze pagina.',
  goneTitle: 'Hier is niets te vinden',
  goneText: 'De link is ongeldig of verlopen. Vraag de webshop om een nieuwe.',
  language: 'Taal',

  headline_no_info: 'Aangemeld bij de vervoerder',
  headline_pre_transit: 'Ingepakt, wacht op de vervoerder',
  headline_in_transit: 'Onderweg',
  headline_customs_clearance: 'Bij de douane',
  headline_exception: 'Vertraagd',
  headline_delivery_in_progress: 'Bezorger is onderweg',
  headline_unsuccessful_delivery: 'Bezorgpoging mislukt',
  headline_available_for_pickup: 'Klaar om af te halen',
  headline_delivered: 'Bezorgd',
  headline_return_to_sender: 'Retour naar de webshop',
  headline_cancelled: 'Geannuleerd',
  headline_error: 'Volgen niet mogelijk',
  headline_expired: 'Al lange tijd geen nieuws',
  headline_transit_limit_exceeded: 'Veel later dan normaal',
  headline_unknown: 'In voorbereiding',

  advice_no_info: 'De vervoerder heeft het nog niet gescand. Dat kan een dag of twee duren.',
  advice_pre_transit: 'Uw pakket is ingepakt. Er is weer nieuws zodra de vervoerder het meeneemt.',
  advice_in_transit: 'U hoeft niets te doen. Elke stap die de vervoerder meldt, ziet u hieronder.',
  advice_customs_clearance:
    'De douane controleert het pakket. Is er iets van u nodig, dan neemt de vervoerder contact met u op.',
  advice_exception:
    'Er is vertraging. Bekijk het laatste bericht hieronder en vraag de vervoerder of u iets moet doen.',
  advice_delivery_in_progress:
    'De bezorger heeft uw pakket. Zorg dat er vandaag iemand is om het aan te nemen.',
  advice_unsuccessful_delivery:
    'Niemand kon het aannemen. Kijk of er een briefje ligt of spreek met de vervoerder een andere dag af.',
  advice_available_for_pickup:
    'Uw pakket ligt bij een afhaalpunt of in een pakketautomaat. Neem uw legitimatie en trackingnummer mee.',
  advice_delivered: 'Uw pakket is bezorgd. Hebt u het niet? Vraag het aan de buren en daarna aan de webshop.',
  advice_return_to_sender:
    'Het kon niet worden bezorgd en gaat terug. Vraag de webshop om een nieuwe zending of uw geld terug.',
  advice_cancelled:
    'De webshop heeft dit pakket geannuleerd. Had u dat niet verwacht? Vraag het na bij de webshop.',
  advice_error: 'De vervoerder kent het trackingnummer niet. Neem contact op met de webshop.',
  advice_expired: 'De vervoerder heeft al lang niets gemeld. Vraag de webshop om het uit te zoeken.',
  advice_transit_limit_exceeded: 'Het had er allang moeten zijn. Vraag de webshop om het uit te zoeken.',
  advice_unknown: 'Er is weer nieuws zodra uw pakket aan de vervoerder is overgedragen.',

  progress: 'Voortgang',
  step_ordered: 'Besteld',
  step_packed: 'Ingepakt',
  step_on_the_way: 'Onderweg',
  step_out_for_delivery: 'Bij de bezorger',
  step_delivered: 'Bezorgd',
  step_returned: 'Geretourneerd',
  step_cancelled: 'Geannuleerd',

  expectedOn: 'Verwacht op {date}',
  expectedBetween: 'Verwacht tussen {from} en {to}',
  expectedBy: 'Verwacht uiterlijk op {date}',
  byDay: 'uiterlijk op {date}',
  wasExpectedOn: 'Werd verwacht op {date}',
  deliveredOn: 'Bezorgd op {date}',

  order: 'Bestelling',
  trackingNumber: 'Trackingnummer',
  noTrackingNumber: 'Nog geen trackingnummer',
  carrier: 'Vervoerder',
  lastMile: 'Bezorging door',
  trackAtCarrier: 'Volgen bij {carrier}',
  contents: 'In dit pakket',
  unnamedItem: 'Artikel',
  history: 'Verloop van de zending',
  noHistory: 'Er is nog geen nieuws van de vervoerder.',
  timesIn: 'Tijden in de tijdzone {zone}.',
  otherParcels: 'Uw andere pakketten',

  review: 'Hoe was de bezorging?',
  reviewCarrier: 'Bezorging',
  reviewProduct: 'Product',
  reviewPackaging: 'Verpakking',
  reviewComment: 'Nog iets anders? (optioneel)',
  reviewSend: 'Versturen',
  reviewThanks: 'Bedankt voor uw beoordeling.',
  reviewIncomplete: 'Geef elk van de drie onderdelen één tot vijf sterren.',

  questions: 'Vragen?',
  writeToShop: 'Stuur de webshop een bericht',
  callShop: 'Bel {phone}',
  contactShop: 'Neem contact op met de webshop',
  returnPolicy: 'Retourneren',
  privacy: 'Privacy',

  find: 'Zoek mijn pakket',
  findIntro: 'Vul uw bestelnummer in met uw e-mailadres of postcode, of alleen het trackingnummer.',
  findOrderNumber: 'Bestelnummer',
  findEmailOrPostcode: 'E-mailadres of postcode',
  findOr: 'of',
  findSearch: 'Zoeken',
  findNothing:
    'We hebben geen pakket met deze gegevens gevonden. Controleer ze of kijk in de e-mail van uw bestelling.',
  findIncomplete: 'Vul een trackingnummer in, of een bestelnummer met een e-mailadres of postcode.',
  findTooOften: 'Te veel pogingen. Probeer het over een uur opnieuw.',
};
