import type { MessageTexts } from './texts.js';

/** What messages say, in Dutch. */
export const nl: MessageTexts = {
  hello: 'Hallo {{first_name}},',
  helloAnybody: 'Hallo,',
  track: 'Volg je pakket',
  rate: 'Beoordeel de bezorging',
  expected: 'Verwachte bezorging',
  why: 'Je ontvangt deze e-mail omdat je bij {{shop}} hebt besteld.',
  unsubscribe: 'Geen berichten over pakketten meer',

  end: 'Geen berichten over pakketten meer?',
  endText:
    '{{shop}} stuurt je dan geen berichten meer over je pakketten. Op de volgpagina kun je ze blijven volgen.',
  endButton: 'Afmelden',
  ended: 'Je ontvangt geen berichten meer van {{shop}} over pakketten.',

  title_label_made: 'Je bestelling is ingepakt',
  text_label_made:
    'We hebben je bestelling ingepakt. Zodra de vervoerder het pakket ophaalt, is het naar je onderweg.',
  title_shipped: 'Je pakket is onderweg',
  text_shipped: 'Goed nieuws: de vervoerder heeft je pakket en brengt het naar je toe.',
  title_out_for_delivery: 'Je pakket komt vandaag',
  text_out_for_delivery: 'De bezorger heeft je pakket bij zich. Fijn als iemand het vandaag kan aannemen.',
  title_available_for_pickup: 'Je pakket ligt klaar om af te halen',
  text_available_for_pickup:
    'Je pakket ligt op je te wachten. Neem een legitimatiebewijs en het trackingnummer mee.',
  title_failed_attempt: 'We hebben je gemist',
  text_failed_attempt:
    'De vervoerder kon je pakket niet afgeven. Kijk of er een briefje bij de deur ligt; op de volgpagina zie je ook hoe het verder gaat.',
  title_exception: 'Je pakket heeft vertraging',
  text_exception:
    'Je pakket wordt opgehouden. Op de volgpagina zie je wat de vervoerder meldt en of je iets moet doen.',
  title_delivered: 'Je pakket is bezorgd',
  text_delivered:
    'Je pakket is bezorgd. Veel plezier ermee! Kun je het niet vinden, vraag het dan eerst bij de buren en daarna bij ons.',
  title_returned: 'Je pakket komt naar ons terug',
  text_returned:
    'De vervoerder kon je pakket niet bezorgen en stuurt het naar ons terug. Neem contact op: we sturen het opnieuw of betalen je terug.',
  title_late: 'Je pakket komt waarschijnlijk later',
  text_late: 'Je pakket doet er langer over dan gepland. Dat spijt ons; we houden het in de gaten.',
  title_delivery_day_changed: 'Nieuwe bezorgdag voor je pakket',
  text_delivery_day_changed: 'De vervoerder heeft de dag gewijzigd waarop je pakket wordt bezorgd.',
  title_review_request: 'Hoe was de bezorging?',
  text_review_request:
    'Je pakket is al een paar dagen bij je. Ging alles goed? Het kost nog geen minuut om het ons te vertellen.',
};
