import type { MessageTexts } from './texts.js';

/** What messages say, in Swedish. */
export const sv: MessageTexts = {
  hello: 'Hej {{first_name}},',
  helloAnybody: 'Hej,',
  track: 'Följ ditt paket',
  rate: 'Betygsätt leveransen',
  expected: 'Beräknad leverans',
  why: 'Du får det här mejlet eftersom du har beställt från {{shop}}.',
  unsubscribe: 'Inga fler meddelanden om paket',

  end: 'Inga fler meddelanden om paket?',
  endText:
    '{{shop}} skickar inga fler meddelanden om dina paket. Du kan fortfarande följa dem på spårningssidan.',
  endButton: 'Avregistrera',
  ended: 'Du får inga fler meddelanden om paket från {{shop}}.',

  title_label_made: 'Din beställning är packad',
  text_label_made:
    'Vi har packat din beställning. Så snart transportören hämtar paketet är det på väg till dig.',
  title_shipped: 'Ditt paket är på väg',
  text_shipped: 'Goda nyheter: transportören har hämtat ditt paket och är på väg till dig.',
  title_out_for_delivery: 'Ditt paket kommer i dag',
  text_out_for_delivery: 'Föraren har ditt paket. Det vore bra om någon kan ta emot det i dag.',
  title_available_for_pickup: 'Ditt paket finns att hämta',
  text_available_for_pickup: 'Ditt paket väntar på dig. Ta med legitimation och kollinumret.',
  title_failed_attempt: 'Du var inte hemma',
  text_failed_attempt:
    'Transportören kunde inte lämna ditt paket. Titta efter en avi; på spårningssidan ser du också vad som händer nu.',
  title_exception: 'Ditt paket är försenat',
  text_exception:
    'Något håller upp ditt paket. På spårningssidan ser du vad transportören rapporterar och om du behöver göra något.',
  title_delivered: 'Ditt paket är framme',
  text_delivered:
    'Ditt paket har levererats. Hoppas att du blir nöjd! Om du inte hittar det, fråga först grannarna och sedan oss.',
  title_returned: 'Ditt paket är på väg tillbaka till oss',
  text_returned:
    'Transportören kunde inte leverera ditt paket och skickar tillbaka det till oss. Hör av dig: vi skickar det igen eller betalar tillbaka.',
  title_late: 'Ditt paket blir troligen försenat',
  text_late: 'Ditt paket tar längre tid än planerat. Vi beklagar och håller ett öga på det.',
  title_delivery_day_changed: 'Ny leveransdag för ditt paket',
  text_delivery_day_changed: 'Transportören har ändrat dagen då ditt paket levereras.',
  title_review_request: 'Hur gick leveransen?',
  text_review_request:
    'Du har haft ditt paket i några dagar. Gick allt bra? Det tar mindre än en minut att berätta.',
};
