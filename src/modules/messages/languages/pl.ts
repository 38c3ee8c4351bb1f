import type { MessageTexts } from './texts.js';

/** What messages say, in Polish. */
export const pl: MessageTexts = {
  hello: 'Dzień dobry, {{first_name}}!',
  helloAnybody: 'Dzień dobry!',
  track: 'Śledź paczkę',
  rate: 'Oceń dostawę',
  expected: 'Przewidywana dostawa',
  why: 'Otrzymujesz tę wiadomość, ponieważ złożono zamówienie w sklepie {{shop}}.',
  unsubscribe: 'Nie chcę więcej wiadomości o paczkach',

  end: 'Nie chcesz więcej wiadomości o paczkach?',
  endText:
    '{{shop}} nie będzie już wysyłać wiadomości o Twoich paczkach. Nadal możesz śledzić je na stronie śledzenia.',
  endButton: 'Wypisz mnie',
  ended: 'Nie otrzymasz więcej wiadomości o paczkach od {{shop}}.',

  title_label_made: 'Twoje zamówienie jest spakowane',
  text_label_made:
    'Spakowaliśmy Twoje zamówienie. Gdy tylko przewoźnik odbierze paczkę, wyruszy ona w drogę do Ciebie.',
  title_shipped: 'Twoja paczka jest w drodze',
  text_shipped: 'Dobra wiadomość: przewoźnik odebrał Twoją paczkę i wiezie ją do Ciebie.',
  title_out_for_delivery: 'Twoja paczka dotrze dzisiaj',
  text_out_for_delivery: 'Kurier ma już Twoją paczkę. Dobrze, żeby ktoś mógł ją dziś odebrać.',
  title_available_for_pickup: 'Twoja paczka czeka na odbiór',
  text_available_for_pickup:
    'Twoja paczka czeka na Ciebie. Weź ze sobą dokument tożsamości i numer przesyłki.',
  title_failed_attempt: 'Kurier nikogo nie zastał',
  text_failed_attempt:
    'Przewoźnik nie mógł doręczyć paczki. Sprawdź, czy zostawił awizo; na stronie śledzenia zobaczysz też, co dalej.',
  title_exception: 'Twoja paczka się opóźnia',
  text_exception:
    'Coś zatrzymuje Twoją paczkę. Na stronie śledzenia zobaczysz, co zgłasza przewoźnik i czy trzeba coś zrobić.',
  title_delivered: 'Twoja paczka dotarła',
  text_delivered:
    'Twoja paczka została doręczona. Niech dobrze służy! Jeśli jej nie ma, zapytaj najpierw sąsiadów, a potem nas.',
  title_returned: 'Twoja paczka wraca do nas',
  text_returned:
    'Przewoźnik nie mógł doręczyć paczki i odsyła ją do nas. Skontaktuj się z nami: wyślemy ją ponownie albo zwrócimy pieniądze.',
  title_late: 'Twoja paczka prawdopodobnie się spóźni',
  text_late: 'Twoja paczka jedzie dłużej, niż planowano. Przepraszamy i mamy ją na oku.',
  title_delivery_day_changed: 'Nowy dzień dostawy Twojej paczki',
  text_delivery_day_changed: 'Przewoźnik zmienił dzień doręczenia Twojej paczki.',
  title_review_request: 'Jak przebiegła dostawa?',
  text_review_request:
    'Twoja paczka jest u Ciebie od kilku dni. Czy wszystko poszło dobrze? Odpowiedź zajmie mniej niż minutę.',
};
