import type { MessageTexts } from './texts.js';

/** What messages say, in Danish. */
export const da: MessageTexts = {
  hello: 'Hej {{first_name}},',
  helloAnybody: 'Hej,',
  track: 'Følg din pakke',
  rate: 'Bedøm leveringen',
  expected: 'Forventet levering',
  why: 'Du får denne e-mail, fordi du har bestilt hos {{shop}}.',
  unsubscribe: 'Ikke flere beskeder om pakker',

  end: 'Ikke flere beskeder om pakker?',
  endText:
    '{{shop}} sender dig ikke flere beskeder om dine pakker. Du kan stadig følge dem på sporingssiden.',
  endButton: 'Afmeld',
  ended: 'Du får ikke flere beskeder om pakker fra {{shop}}.',

  title_label_made: 'Din bestilling er pakket',
  text_label_made:
    'Vi har pakket din bestilling. Så snart fragtfirmaet henter pakken, er den på vej til dig.',
  title_shipped: 'Din pakke er på vej',
  text_shipped: 'Gode nyheder: Fragtfirmaet har din pakke og er på vej til dig.',
  title_out_for_delivery: 'Din pakke kommer i dag',
  text_out_for_delivery: 'Chaufføren har din pakke. Det er godt, hvis nogen kan tage imod den i dag.',
  title_available_for_pickup: 'Din pakke er klar til afhentning',
  text_available_for_pickup: 'Din pakke venter på dig. Husk legitimation og pakkenummeret.',
  title_failed_attempt: 'Du var ikke hjemme',
  text_failed_attempt:
    'Fragtfirmaet kunne ikke aflevere din pakke. Se, om der ligger en besked ved døren; på sporingssiden kan du også se, hvad der sker nu.',
  title_exception: 'Din pakke er forsinket',
  text_exception:
    'Noget holder din pakke tilbage. På sporingssiden kan du se, hvad fragtfirmaet melder, og om du skal gøre noget.',
  title_delivered: 'Din pakke er kommet',
  text_delivered:
    'Din pakke er leveret. God fornøjelse! Hvis du ikke kan finde den, så spørg først naboerne og derefter os.',
  title_returned: 'Din pakke er på vej tilbage til os',
  text_returned:
    'Fragtfirmaet kunne ikke levere din pakke og sender den tilbage til os. Kontakt os: Vi sender den igen eller betaler pengene tilbage.',
  title_late: 'Din pakke bliver sandsynligvis forsinket',
  text_late: 'Din pakke er længere tid undervejs end planlagt. Det beklager vi, og vi holder øje med den.',
  title_delivery_day_changed: 'Ny leveringsdag for din pakke',
  text_delivery_day_changed: 'Fragtfirmaet har ændret den dag, hvor din pakke leveres.',
  title_review_request: 'Hvordan gik leveringen?',
  text_review_request:
    'Du har haft din pakke i nogle dage. Gik alt godt? Det tager under et minut at fortælle os det.',
};
