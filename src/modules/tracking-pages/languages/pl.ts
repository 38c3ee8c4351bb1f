import type { Texts } from './texts.js';

/** What a tracking page says, in Polish. */
export const pl: Texts = {
  pageTitle: 'Twoje przesyłki',
  nothingYet: 'Nie ma tu jeszcze żadnych przesyłek. Pojawią się, gdy tylko sklep coś wyśle.',
  goneTitle: 'Nic tu nie ma',
  goneText: 'Link jest nieprawidłowy lub wygasł. Nowy można otrzymać od sklepu.',
  language: 'Język',

  headline_no_info: 'Zgłoszona przewoźnikowi',
  headline_pre_transit: 'Spakowana, czeka na kuriera',
  headline_in_transit: 'W drodze',
  headline_customs_clearance: 'W odprawie celnej',
  headline_exception: 'Opóźniona',
  headline_delivery_in_progress: 'W doręczeniu',
  headline_unsuccessful_delivery: 'Nieudana próba doręczenia',
  headline_available_for_pickup: 'Gotowa do odbioru',
  headline_delivered: 'Doręczona',
  headline_return_to_sender: 'Wraca do sklepu',
  headline_cancelled: 'Anulowana',
  headline_error: 'Brak możliwości śledzenia',
  headline_expired: 'Od dawna brak informacji',
  headline_transit_limit_exceeded: 'Znacznie później niż zwykle',
  headline_unknown: 'W przygotowaniu',

  advice_no_info: 'Przewoźnik jeszcze jej nie zarejestrował. Może to potrwać dzień lub dwa.',
  advice_pre_transit: 'Przesyłka jest spakowana. Nowe informacje pojawią się, gdy odbierze ją przewoźnik.',
  advice_in_transit: 'Nie trzeba nic robić. Każdy etap zgłoszony przez przewoźnika jest widoczny poniżej.',
  advice_customs_clearance:
    'Przesyłkę sprawdza urząd celny. Jeśli potrzeba czegoś od odbiorcy, przewoźnik się skontaktuje.',
  advice_exception:
    'Wystąpiło opóźnienie. Prosimy sprawdzić ostatni status poniżej i w razie potrzeby zapytać przewoźnika.',
  advice_delivery_in_progress: 'Przesyłkę ma kurier. Dziś ktoś powinien być na miejscu, aby ją odebrać.',
  advice_unsuccessful_delivery:
    'Nikt nie mógł odebrać przesyłki. Prosimy poszukać awiza lub umówić z przewoźnikiem inny termin.',
  advice_available_for_pickup:
    'Czeka w punkcie odbioru lub automacie paczkowym. Potrzebne będą dokument tożsamości i numer przesyłki.',
  advice_delivered: 'Przesyłka dotarła. Jeśli jej nie ma, warto zapytać sąsiadów, a potem sklep.',
  advice_return_to_sender:
    'Nie udało się jej doręczyć, więc wraca. Można poprosić sklep o ponowną wysyłkę lub zwrot pieniędzy.',
  advice_cancelled: 'Sklep anulował tę przesyłkę. W razie wątpliwości prosimy o kontakt ze sklepem.',
  advice_error: 'Przewoźnik nie zna tego numeru przesyłki. Prosimy o kontakt ze sklepem.',
  advice_expired: 'Przewoźnik od dawna nic nie zgłosił. Prosimy powiadomić sklep, aby jej poszukał.',
  advice_transit_limit_exceeded:
    'Powinna była dotrzeć już dawno. Prosimy powiadomić sklep, aby jej poszukał.',
  advice_unknown: 'Nowe informacje pojawią się po przekazaniu przesyłki przewoźnikowi.',

  progress: 'Postęp',
  step_ordered: 'Zamówiono',
  step_packed: 'Spakowano',
  step_on_the_way: 'W drodze',
  step_out_for_delivery: 'W doręczeniu',
  step_delivered: 'Doręczono',
  step_returned: 'Zwrócono',
  step_cancelled: 'Anulowano',

  expectedOn: 'Przewidywana dostawa: {date}',
  expectedBetween: 'Przewidywana dostawa: {from} – {to}',
  expectedBy: 'Przewidywana dostawa: najpóźniej {date}',
  byDay: 'najpóźniej {date}',
  wasExpectedOn: 'Pierwotny termin dostawy: {date}',
  deliveredOn: 'Doręczono: {date}',

  order: 'Zamówienie',
  trackingNumber: 'Numer przesyłki',
  noTrackingNumber: 'Jeszcze bez numeru przesyłki',
  carrier: 'Przewoźnik',
  lastMile: 'Doręcza',
  trackAtCarrier: 'Śledź na stronie {carrier}',
  contents: 'W tej przesyłce',
  unnamedItem: 'Produkt',
  history: 'Historia przesyłki',
  noHistory: 'Nie ma jeszcze informacji od przewoźnika.',
  timesIn: 'Strefa czasowa: {zone}.',
  otherParcels: 'Inne Twoje przesyłki',

  review: 'Jak przebiegła dostawa?',
  reviewCarrier: 'Dostawa',
  reviewProduct: 'Produkt',
  reviewPackaging: 'Opakowanie',
  reviewComment: 'Coś jeszcze? (opcjonalnie)',
  reviewSend: 'Wyślij',
  reviewThanks: 'Dziękujemy za opinię.',
  reviewIncomplete: 'Prosimy przyznać każdej z trzech pozycji od jednej do pięciu gwiazdek.',

  questions: 'Pytania?',
  writeToShop: 'Napisz do sklepu',
  callShop: 'Zadzwoń: {phone}',
  contactShop: 'Kontakt ze sklepem',
  returnPolicy: 'Zwroty',
  privacy: 'Prywatność',

  find: 'Znajdź moją przesyłkę',
  findIntro: 'Prosimy podać numer zamówienia i e-mail lub kod pocztowy albo sam numer przesyłki.',
  findOrderNumber: 'Numer zamówienia',
  findEmailOrPostcode: 'Adres e-mail lub kod pocztowy',
  findOr: 'lub',
  findSearch: 'Szukaj',
  findNothing:
    'Nie znaleziono takiej przesyłki. Prosimy sprawdzić pisownię lub zajrzeć do e-maila z zamówieniem.',
  findIncomplete: 'Prosimy podać numer przesyłki albo numer zamówienia z adresem e-mail lub kodem pocztowym.',
  findTooOften: 'Zbyt wiele prób. Prosimy spróbować ponownie za godzinę.',
};
