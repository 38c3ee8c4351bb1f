import type { MessageTexts } from './texts.js';

/** What messages say, in Italian. */
export const it: MessageTexts = {
  hello: 'Ciao {{first_name}},',
  helloAnybody: 'Buongiorno,',
  track: 'Segui il pacco',
  rate: 'Valuta la consegna',
  expected: 'Consegna prevista',
  why: 'Ricevi questa e-mail perché hai ordinato da {{shop}}.',
  unsubscribe: 'Non ricevere più messaggi sui pacchi',

  end: 'Non ricevere più messaggi sui pacchi?',
  endText:
    '{{shop}} non ti invierà più messaggi sui tuoi pacchi. Potrai sempre seguirli nella pagina di tracciamento.',
  endButton: 'Annulla l’iscrizione',
  ended: 'Non riceverai più messaggi sui pacchi da {{shop}}.',

  title_label_made: 'Il tuo ordine è pronto',
  text_label_made:
    'Abbiamo preparato il tuo ordine. Appena il corriere ritira il pacco, sarà in viaggio verso di te.',
  title_shipped: 'Il tuo pacco è in viaggio',
  text_shipped: 'Buone notizie: il corriere ha preso in carico il tuo pacco e te lo sta portando.',
  title_out_for_delivery: 'Il tuo pacco arriva oggi',
  text_out_for_delivery:
    'Il tuo pacco è sul furgone del corriere. Sarebbe bene che oggi qualcuno potesse riceverlo.',
  title_available_for_pickup: 'Il tuo pacco è pronto per il ritiro',
  text_available_for_pickup:
    'Il tuo pacco ti aspetta. Porta con te un documento d’identità e il numero di tracciamento.',
  title_failed_attempt: 'Non ti abbiamo trovato',
  text_failed_attempt:
    'Il corriere non ha potuto consegnare il pacco. Controlla se ha lasciato un avviso; anche la pagina di tracciamento dice come si prosegue.',
  title_exception: 'Il tuo pacco è in ritardo',
  text_exception:
    'Qualcosa trattiene il tuo pacco. La pagina di tracciamento mostra che cosa comunica il corriere e se devi fare qualcosa.',
  title_delivered: 'Il tuo pacco è arrivato',
  text_delivered:
    'Il tuo pacco è stato consegnato. Speriamo che ti piaccia! Se non lo trovi, chiedi prima ai vicini e poi a noi.',
  title_returned: 'Il tuo pacco sta tornando da noi',
  text_returned:
    'Il corriere non ha potuto consegnare il pacco e ce lo sta restituendo. Scrivici: te lo spediremo di nuovo o ti rimborseremo.',
  title_late: 'Il tuo pacco sarà probabilmente in ritardo',
  text_late: 'Il tuo pacco ci mette più del previsto. Ci dispiace e lo stiamo tenendo d’occhio.',
  title_delivery_day_changed: 'Nuovo giorno di consegna per il tuo pacco',
  text_delivery_day_changed: 'Il corriere ha cambiato il giorno in cui consegnerà il tuo pacco.',
  title_review_request: 'Com’è andata la consegna?',
  text_review_request:
    'Il tuo pacco è da te da qualche giorno. È andato tutto bene? Dircelo richiede meno di un minuto.',
};
