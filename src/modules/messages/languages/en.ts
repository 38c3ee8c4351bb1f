/** What messages say, in English. The other languages have the same keys and variables. */
export const en = {
  hello: 'Hello {{first_name}},',
  helloAnybody: 'Hello,',
  track: 'Track your parcel',
  rate: 'Rate the delivery',
  expected: 'Expected delivery',
  why: 'You receive this e-mail because you have ordered from {{shop}}.',
  unsubscribe: 'No more messages about parcels',

  end: 'End messages about parcels?',
  endText:
    '{{shop}} will send you no more messages about your parcels. You can still follow them on the tracking page.',
  endButton: 'End messages',
  ended: 'You will receive no more messages about parcels from {{shop}}.',

  title_label_made: 'Your order is packed',
  text_label_made:
    'We have packed your order. As soon as the carrier takes over the parcel, it is on its way to you.',
  title_shipped: 'Your parcel is on its way',
  text_shipped: 'Good news: the carrier has your parcel and is bringing it to you.',
  title_out_for_delivery: 'Your parcel arrives today',
  text_out_for_delivery: 'The driver has your parcel. It would be good if somebody could take it today.',
  title_available_for_pickup: 'Your parcel is ready to pick up',
  text_available_for_pickup:
    'Your parcel is waiting for you. Please take an identity card and the tracking number with you.',
  title_failed_attempt: 'We missed you',
  text_failed_attempt:
    'The carrier could not hand over your parcel. Look for a note at your door; you will also find what happens next on the tracking page.',
  title_exception: 'Your parcel is delayed',
  text_exception:
    'Something is holding up your parcel. The tracking page tells what the carrier reports, and whether there is anything you should do.',
  title_delivered: 'Your parcel has arrived',
  text_delivered:
    'Your parcel has been delivered. Enjoy it! If you cannot find it, please ask your neighbours first and then us.',
  title_returned: 'Your parcel is on its way back to us',
  text_returned:
    'The carrier could not deliver your parcel and is returning it to us. Please get in touch: we will send it again or refund you.',
  title_late: 'Your parcel will probably be late',
  text_late: 'Your parcel is taking longer than planned. We are sorry, and are keeping an eye on it.',
  title_delivery_day_changed: 'New delivery day for your parcel',
  text_delivery_day_changed: 'The carrier has changed the day on which it will deliver your parcel.',
  title_review_request: 'How was your delivery?',
  text_review_request:
    'Your parcel has been with you for a while. Did everything go well? It takes less than a minute to tell us.',
} as const;
