import type { MessageTexts } from './texts.js';

/** What messages say, in Czech. */
export const cs: MessageTexts = {
  hello: 'Dobrý den, {{first_name}},',
  helloAnybody: 'Dobrý den,',
  track: 'Sledovat zásilku',
  rate: 'Ohodnotit doručení',
  expected: 'Předpokládané doručení',
  why: 'Tento e-mail dostáváte, protože jste nakoupili v obchodě {{shop}}.',
  unsubscribe: 'Nechci už zprávy o zásilkách',

  end: 'Nechcete už zprávy o zásilkách?',
  endText:
    '{{shop}} vám už nebude posílat zprávy o vašich zásilkách. Na stránce sledování je můžete sledovat dál.',
  endButton: 'Odhlásit',
  ended: 'Od {{shop}} už nedostanete žádné zprávy o zásilkách.',

  title_label_made: 'Vaše objednávka je zabalená',
  text_label_made: 'Zabalili jsme vaši objednávku. Jakmile zásilku převezme dopravce, bude na cestě k vám.',
  title_shipped: 'Vaše zásilka je na cestě',
  text_shipped: 'Dobrá zpráva: dopravce převzal vaši zásilku a veze ji k vám.',
  title_out_for_delivery: 'Vaše zásilka dorazí dnes',
  text_out_for_delivery: 'Řidič už má vaši zásilku. Bylo by dobré, aby ji dnes mohl někdo převzít.',
  title_available_for_pickup: 'Vaše zásilka je připravena k vyzvednutí',
  text_available_for_pickup:
    'Vaše zásilka na vás čeká. Vezměte si s sebou průkaz totožnosti a číslo zásilky.',
  title_failed_attempt: 'Nezastihli jsme vás',
  text_failed_attempt:
    'Dopravce nemohl zásilku předat. Podívejte se, zda nenechal oznámení; na stránce sledování také uvidíte, co bude dál.',
  title_exception: 'Vaše zásilka se zpozdí',
  text_exception:
    'Něco vaši zásilku zdrželo. Na stránce sledování uvidíte, co hlásí dopravce a zda máte něco udělat.',
  title_delivered: 'Vaše zásilka dorazila',
  text_delivered:
    'Vaše zásilka byla doručena. Ať slouží! Pokud ji nemůžete najít, zeptejte se nejprve sousedů a potom nás.',
  title_returned: 'Vaše zásilka se vrací k nám',
  text_returned:
    'Dopravce nemohl zásilku doručit a vrací ji k nám. Ozvěte se nám: pošleme ji znovu, nebo vrátíme peníze.',
  title_late: 'Vaše zásilka se nejspíš opozdí',
  text_late: 'Vaše zásilka jede déle, než se čekalo. Omlouváme se a hlídáme ji.',
  title_delivery_day_changed: 'Nový den doručení vaší zásilky',
  text_delivery_day_changed: 'Dopravce změnil den, kdy vaši zásilku doručí.',
  title_review_request: 'Jak proběhlo doručení?',
  text_review_request: 'Zásilku už máte několik dní. Bylo všechno v pořádku? Odpověď zabere méně než minutu.',
};
