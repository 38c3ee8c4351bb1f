import type { MessageTexts } from './texts.js';

/** What messages say, in German. */
export const de: MessageTexts = {
  hello: 'Hallo {{first_name}},',
  helloAnybody: 'Guten Tag,',
  track: 'Paket verfolgen',
  rate: 'Lieferung bewerten',
  expected: 'Voraussichtliche Zustellung',
  why: 'Sie erhalten diese E-Mail, weil Sie bei {{shop}} bestellt haben.',
  unsubscribe: 'Keine Nachrichten mehr zu Paketen',

  end: 'Keine Nachrichten mehr zu Paketen?',
  endText:
    '{{shop}} schickt Ihnen dann keine Nachrichten mehr zu Ihren Paketen. Auf der Seite zur Sendungsverfolgung sehen Sie sie weiterhin.',
  endButton: 'Abbestellen',
  ended: 'Sie erhalten von {{shop}} keine Nachrichten mehr zu Paketen.',

  title_label_made: 'Ihre Bestellung ist gepackt',
  text_label_made:
    'Wir haben Ihre Bestellung gepackt. Sobald der Paketdienst das Paket übernimmt, ist es auf dem Weg zu Ihnen.',
  title_shipped: 'Ihr Paket ist unterwegs',
  text_shipped: 'Gute Nachrichten: Der Paketdienst hat Ihr Paket übernommen und bringt es zu Ihnen.',
  title_out_for_delivery: 'Ihr Paket kommt heute',
  text_out_for_delivery: 'Ihr Paket ist im Zustellfahrzeug. Schön wäre, wenn es heute jemand annehmen kann.',
  title_available_for_pickup: 'Ihr Paket liegt zur Abholung bereit',
  text_available_for_pickup:
    'Ihr Paket wartet auf Sie. Bitte bringen Sie einen Ausweis und die Sendungsnummer mit.',
  title_failed_attempt: 'Wir haben Sie nicht angetroffen',
  text_failed_attempt:
    'Der Paketdienst konnte Ihr Paket nicht übergeben. Vielleicht finden Sie eine Benachrichtigung an der Tür; wie es weitergeht, steht auch auf der Seite zur Sendungsverfolgung.',
  title_exception: 'Ihr Paket verzögert sich',
  text_exception:
    'Ihr Paket wird aufgehalten. Was der Paketdienst meldet und ob Sie etwas tun sollten, steht auf der Seite zur Sendungsverfolgung.',
  title_delivered: 'Ihr Paket ist da',
  text_delivered:
    'Ihr Paket wurde zugestellt. Viel Freude damit! Falls Sie es nicht finden, fragen Sie bitte erst die Nachbarn und dann uns.',
  title_returned: 'Ihr Paket geht an uns zurück',
  text_returned:
    'Der Paketdienst konnte Ihr Paket nicht zustellen und schickt es an uns zurück. Bitte melden Sie sich: Wir senden es noch einmal oder erstatten den Betrag.',
  title_late: 'Ihr Paket kommt voraussichtlich später',
  text_late: 'Ihr Paket braucht länger als geplant. Das tut uns leid; wir behalten es im Auge.',
  title_delivery_day_changed: 'Neuer Liefertermin für Ihr Paket',
  text_delivery_day_changed: 'Der Paketdienst hat den Tag geändert, an dem er Ihr Paket zustellt.',
  title_review_request: 'Wie war die Lieferung?',
  text_review_request:
    'Ihr Paket ist seit einigen Tagen bei Ihnen. Hat alles geklappt? Es dauert keine Minute, uns das zu sagen.',
};
