/**
 * What a tracking page says, in English. The other languages have the same keys and placeholders; a text in braces is
 * put in by the page. Keys that begin with `headline` and `advice` end in a tracking status.
 */
export const en = {
  pageTitle: 'Your parcels',
  nothingYet: 'There are no parcels here yet. This page shows them as soon as the shop ships something.',
  goneTitle: 'There is nothing here',
  goneText: 'The link leads nowhere, or no longer. Please ask the shop for a new one.',
  language: 'Language',

  headline_no_info: 'Announced to the carrier',
  headline_pre_transit: 'Packed, waiting for the carrier',
  headline_in_transit: 'On its way',
  headline_customs_clearance: 'At customs',
  headline_exception: 'Held up',
  headline_delivery_in_progress: 'Out for delivery',
  headline_unsuccessful_delivery: 'Delivery was tried',
  headline_available_for_pickup: 'Ready to pick up',
  headline_delivered: 'Delivered',
  headline_return_to_sender: 'Going back to the shop',
  headline_cancelled: 'Cancelled',
  headline_error: 'Cannot be followed',
  headline_expired: 'No news for a long time',
  headline_transit_limit_exceeded: 'Much later than usual',
  headline_unknown: 'Being prepared',

  advice_no_info: 'The carrier has not scanned it yet. That can take a day or two.',
  advice_pre_transit: 'It is packed. The next news comes when the carrier takes it.',
  advice_in_transit: 'You need to do nothing. The carrier reports each stage of the way below.',
  advice_customs_clearance:
    'Customs look at it. If they need something from you, the carrier will write to you.',
  advice_exception:
    'Something delays it. Look at the last news below, and ask the carrier if it says that you should act.',
  advice_delivery_in_progress: 'The driver has it. Somebody should be there to take it today.',
  advice_unsuccessful_delivery:
    'Nobody could take it. Look for a note at your door, or ask the carrier for another day.',
  advice_available_for_pickup:
    'It waits for you at a shop or locker. Take an identity card and the tracking number with you.',
  advice_delivered: 'It has arrived. If you do not have it, ask at your neighbours, then the shop.',
  advice_return_to_sender:
    'It could not be delivered and goes back. Ask the shop for a new delivery or your money.',
  advice_cancelled: 'The shop has cancelled this parcel. Ask the shop if you did not expect that.',
  advice_error: 'The carrier does not know the tracking number. Ask the shop.',
  advice_expired: 'The carrier has reported nothing for a long time. Ask the shop to look for it.',
  advice_transit_limit_exceeded: 'It should have arrived long ago. Ask the shop to look for it.',
  advice_unknown: 'The next news comes when it is handed to the carrier.',

  progress: 'Progress',
  step_ordered: 'Ordered',
  step_packed: 'Packed',
  step_on_the_way: 'On the way',
  step_out_for_delivery: 'Out for delivery',
  step_delivered: 'Delivered',
  step_returned: 'Returned',
  step_cancelled: 'Cancelled',

  expectedOn: 'Expected on {date}',
  expectedBetween: 'Expected between {from} and {to}',
  expectedBy: 'Expected by {date}',
  byDay: 'by {date}',
  wasExpectedOn: 'It was expected on {date}',
  deliveredOn: 'Delivered on {date}',

  order: 'Order',
  trackingNumber: 'Tracking number',
  noTrackingNumber: 'No tracking number yet',
  carrier: 'Carrier',
  lastMile: 'Delivered by',
  trackAtCarrier: 'Track at {carrier}',
  contents: 'In this parcel',
  unnamedItem: 'Item',
  history: 'The way so far',
  noHistory: 'There is no news from the carrier yet.',
  timesIn: 'Times are those of {zone}.',
  otherParcels: 'Your other parcels',

  review: 'How was the delivery?',
  reviewCarrier: 'Delivery',
  reviewProduct: 'Product',
  reviewPackaging: 'Packaging',
  reviewComment: 'Anything else? (optional)',
  reviewSend: 'Send',
  reviewThanks: 'Thank you for your review.',
  reviewIncomplete: 'Please give each of the three one to five stars.',

  questions: 'Questions?',
  writeToShop: 'Write to the shop',
  callShop: 'Call {phone}',
  contactShop: 'Contact the shop',
  returnPolicy: 'Returns',
  privacy: 'Privacy',

  find: 'Find my parcel',
  findIntro: 'Enter your order number with your e-mail address or postcode, or the tracking number alone.',
  findOrderNumber: 'Order number',
  findEmailOrPostcode: 'E-mail address or postcode',
  findOr: 'or',
  findSearch: 'Search',
  findNothing:
    'We found no parcel with these details. Check the spelling, or look into the e-mail of your order.',
  findIncomplete: 'Enter a tracking number, or an order number with an e-mail address or a postcode.',
  findTooOften: 'That was tried too often. Please try again in an hour.',
} as const;
