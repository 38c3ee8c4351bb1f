import type { Texts } from './texts.js';

/** What a tracking page says, in French. */
export const fr: Texts = {
  pageTitle: 'Vos colis',
  nothingYet:
    'Aucun colis pour le moment. Ils s’afficheront ici dès que la boutique aura expédié quelque chose.',
  goneTitle: 'Il n’y a rien ici',
  goneText: 'Ce lien n’est pas valable ou a expiré. Merci d’en demander un nouveau à la boutique.',
  language: 'Langue',

  headline_no_info: 'Annoncé au transporteur',
  headline_pre_transit: 'Emballé, en attente du transporteur',
  headline_in_transit: 'En cours d’acheminement',
  headline_customs_clearance: 'En douane',
  headline_exception: 'Retardé',
  headline_delivery_in_progress: 'En cours de livraison',
  headline_unsuccessful_delivery: 'Tentative de livraison infructueuse',
  headline_available_for_pickup: 'Prêt à être retiré',
  headline_delivered: 'Livré',
  headline_return_to_sender: 'En retour vers la boutique',
  headline_cancelled: 'Annulé',
  headline_error: 'Suivi impossible',
  headline_expired: 'Sans nouvelles depuis longtemps',
  headline_transit_limit_exceeded: 'Retard important',
  headline_unknown: 'En préparation',

  advice_no_info: 'Le transporteur ne l’a pas encore scanné. Cela peut prendre un jour ou deux.',
  advice_pre_transit: 'Votre colis est prêt. Prochaine étape : sa prise en charge par le transporteur.',
  advice_in_transit:
    'Vous n’avez rien à faire. Chaque étape signalée par le transporteur s’affiche ci-dessous.',
  advice_customs_clearance:
    'La douane l’examine. S’il manque quelque chose de votre part, le transporteur vous écrira.',
  advice_exception:
    'Il a pris du retard. Consultez le dernier message ci-dessous et, si besoin, contactez le transporteur.',
  advice_delivery_in_progress:
    'Le livreur a votre colis. Prévoyez que quelqu’un puisse le recevoir aujourd’hui.',
  advice_unsuccessful_delivery:
    'Personne n’a pu le recevoir. Cherchez un avis de passage ou demandez un autre jour au transporteur.',
  advice_available_for_pickup:
    'Il vous attend en point relais ou en consigne. Prenez une pièce d’identité et le numéro de suivi.',
  advice_delivered: 'Il est arrivé. Si vous ne l’avez pas, demandez à vos voisins, puis à la boutique.',
  advice_return_to_sender:
    'Il n’a pas pu être livré et repart. Demandez à la boutique un nouvel envoi ou un remboursement.',
  advice_cancelled: 'La boutique a annulé ce colis. Si cela vous surprend, contactez-la.',
  advice_error: 'Le transporteur ne connaît pas ce numéro de suivi. Contactez la boutique.',
  advice_expired:
    'Le transporteur n’a rien signalé depuis longtemps. Demandez à la boutique de lancer une recherche.',
  advice_transit_limit_exceeded:
    'Il devrait être arrivé depuis longtemps. Demandez à la boutique de lancer une recherche.',
  advice_unknown: 'Prochaine étape : sa remise au transporteur.',

  progress: 'Avancement',
  step_ordered: 'Commandé',
  step_packed: 'Emballé',
  step_on_the_way: 'En route',
  step_out_for_delivery: 'En cours de livraison',
  step_delivered: 'Livré',
  step_returned: 'Retourné',
  step_cancelled: 'Annulé',

  expectedOn: 'Livraison prévue le {date}',
  expectedBetween: 'Livraison prévue entre le {from} et le {to}',
  expectedBy: 'Livraison prévue au plus tard le {date}',
  byDay: 'au plus tard le {date}',
  wasExpectedOn: 'La livraison était prévue le {date}',
  deliveredOn: 'Livré le {date}',

  order: 'Commande',
  trackingNumber: 'Numéro de suivi',
  noTrackingNumber: 'Pas encore de numéro de suivi',
  carrier: 'Transporteur',
  lastMile: 'Livraison assurée par',
  trackAtCarrier: 'Suivre chez {carrier}',
  contents: 'Dans ce colis',
  unnamedItem: 'Article',
  history: 'Historique du colis',
  noHistory: 'Pas encore de nouvelles du transporteur.',
  timesIn: 'Fuseau horaire : {zone}.',
  otherParcels: 'Vos autres colis',

  review: 'Comment s’est passée la livraison ?',
  reviewCarrier: 'Livraison',
  reviewProduct: 'Produit',
  reviewPackaging: 'Emballage',
  reviewComment: 'Autre chose à nous dire ? (facultatif)',
  reviewSend: 'Envoyer',
  reviewThanks: 'Merci pour votre avis.',
  reviewIncomplete: 'Merci de donner une à cinq étoiles à chacun des trois critères.',

  questions: 'Des questions ?',
  writeToShop: 'Écrire à la boutique',
  callShop: 'Appeler le {phone}',
  contactShop: 'Contacter la boutique',
  returnPolicy: 'Retours',
  privacy: 'Confidentialité',

  find: 'Trouver mon colis',
  findIntro:
    'Saisissez le numéro de commande et votre e-mail ou code postal, ou seulement le numéro de suivi.',
  findOrderNumber: 'Numéro de commande',
  findEmailOrPostcode: 'Adresse e-mail ou code postal',
  findOr: 'ou',
  findSearch: 'Rechercher',
  findNothing:
    'Aucun colis ne correspond. Vérifiez votre saisie ou consultez l’e-mail de confirmation de commande.',
  findIncomplete: 'Saisissez un numéro de suivi, ou un numéro de commande avec un e-mail ou un code postal.',
  findTooOften: 'Trop de tentatives. Merci de réessayer dans une heure.',
};
