import type { MessageTexts } from './texts.js';

/** What messages say, in French. */
export const fr: MessageTexts = {
  hello: 'Bonjour {{first_name}},',
  helloAnybody: 'Bonjour,',
  track: 'Suivre mon colis',
  rate: 'Évaluer la livraison',
  expected: 'Livraison prévue',
  why: 'Vous recevez cet e-mail parce que vous avez commandé chez {{shop}}.',
  unsubscribe: 'Ne plus recevoir de messages sur mes colis',

  end: 'Ne plus recevoir de messages sur vos colis ?',
  endText:
    '{{shop}} ne vous enverra plus de messages sur vos colis. Vous pourrez toujours les suivre sur la page de suivi.',
  endButton: 'Se désabonner',
  ended: 'Vous ne recevrez plus de messages de {{shop}} sur vos colis.',

  title_label_made: 'Votre commande est emballée',
  text_label_made:
    'Nous avons emballé votre commande. Dès que le transporteur prendra le colis en charge, il sera en route vers vous.',
  title_shipped: 'Votre colis est en route',
  text_shipped: 'Bonne nouvelle : le transporteur a pris en charge votre colis et vous l’apporte.',
  title_out_for_delivery: 'Votre colis arrive aujourd’hui',
  text_out_for_delivery:
    'Votre colis est dans le véhicule du livreur. L’idéal serait que quelqu’un puisse le recevoir aujourd’hui.',
  title_available_for_pickup: 'Votre colis est prêt à être retiré',
  text_available_for_pickup:
    'Votre colis vous attend. Munissez-vous d’une pièce d’identité et du numéro de suivi.',
  title_failed_attempt: 'Nous vous avons manqué',
  text_failed_attempt:
    'Le transporteur n’a pas pu vous remettre le colis. Regardez s’il a laissé un avis ; la page de suivi indique aussi la suite.',
  title_exception: 'Votre colis a du retard',
  text_exception:
    'Quelque chose retient votre colis. La page de suivi indique ce que signale le transporteur et si vous devez faire quelque chose.',
  title_delivered: 'Votre colis est arrivé',
  text_delivered:
    'Votre colis a été livré. Nous espérons qu’il vous plaira ! Si vous ne le trouvez pas, demandez d’abord à vos voisins, puis à nous.',
  title_returned: 'Votre colis nous est retourné',
  text_returned:
    'Le transporteur n’a pas pu livrer votre colis et nous le renvoie. Contactez-nous : nous le réexpédierons ou vous rembourserons.',
  title_late: 'Votre colis arrivera sans doute en retard',
  text_late: 'Votre colis met plus de temps que prévu. Nous en sommes désolés et gardons un œil dessus.',
  title_delivery_day_changed: 'Nouveau jour de livraison pour votre colis',
  text_delivery_day_changed: 'Le transporteur a changé le jour où il livrera votre colis.',
  title_review_request: 'Comment s’est passée la livraison ?',
  text_review_request:
    'Votre colis est chez vous depuis quelques jours. Tout s’est bien passé ? Il faut moins d’une minute pour nous le dire.',
};
