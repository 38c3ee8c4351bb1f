import type { Texts } from './texts.js';

/** What a tracking page says, in Spanish. */
export const es: Texts = {
  pageTitle: 'Sus paquetes',
  nothingYet: 'Todavía no hay paquetes. Aparecerán en esta página en cuanto la tienda envíe algo.',
  goneTitle: 'Aquí no hay nada',
  goneText: 'El enlace no es válido o ha caducado. Pida uno nuevo a la tienda.',
  language: 'Idioma',

  headline_no_info: 'Comunicado al transportista',
  headline_pre_transit: 'Preparado, a la espera del transportista',
  headline_in_transit: 'En camino',
  headline_customs_clearance: 'En aduana',
  headline_exception: 'Retrasado por una incidencia',
  headline_delivery_in_progress: 'En reparto',
  headline_unsuccessful_delivery: 'Intento de entrega fallido',
  headline_available_for_pickup: 'Listo para recoger',
  headline_delivered: 'Entregado',
  headline_return_to_sender: 'En devolución a la tienda',
  headline_cancelled: 'Cancelado',
  headline_error: 'Seguimiento no disponible',
  headline_expired: 'Sin novedades desde hace tiempo',
  headline_transit_limit_exceeded: 'Mucho más tarde de lo habitual',
  headline_unknown: 'En preparación',

  advice_no_info: 'El transportista aún no lo ha registrado. Puede tardar uno o dos días.',
  advice_pre_transit: 'El paquete está listo. Habrá novedades cuando lo recoja el transportista.',
  advice_in_transit: 'No tiene que hacer nada. Abajo verá cada etapa que comunique el transportista.',
  advice_customs_clearance:
    'La aduana lo está revisando. Si necesita algo de usted, el transportista le escribirá.',
  advice_exception:
    'Hay un retraso. Mire la última novedad abajo y consulte al transportista si le piden hacer algo.',
  advice_delivery_in_progress: 'Lo tiene el repartidor. Conviene que hoy haya alguien para recibirlo.',
  advice_unsuccessful_delivery:
    'Nadie pudo recibirlo. Mire si hay un aviso en su puerta o acuerde otro día con el transportista.',
  advice_available_for_pickup:
    'Está en un punto de recogida o taquilla. Lleve un documento de identidad y el número de seguimiento.',
  advice_delivered: 'Ya ha llegado. Si no lo tiene, pregunte a sus vecinos y después a la tienda.',
  advice_return_to_sender: 'No se pudo entregar y vuelve a la tienda. Pídale un nuevo envío o el reembolso.',
  advice_cancelled: 'La tienda ha cancelado este paquete. Si no lo esperaba, consulte con ella.',
  advice_error: 'El transportista no reconoce el número de seguimiento. Consulte con la tienda.',
  advice_expired: 'El transportista no informa desde hace tiempo. Pida a la tienda que lo reclame.',
  advice_transit_limit_exceeded: 'Debería haber llegado hace tiempo. Pida a la tienda que lo reclame.',
  advice_unknown: 'Habrá novedades cuando se entregue al transportista.',

  progress: 'Progreso',
  step_ordered: 'Pedido',
  step_packed: 'Preparado',
  step_on_the_way: 'En camino',
  step_out_for_delivery: 'En reparto',
  step_delivered: 'Entregado',
  step_returned: 'Devuelto',
  step_cancelled: 'Cancelado',

  expectedOn: 'Entrega prevista para el {date}',
  expectedBetween: 'Entrega prevista entre el {from} y el {to}',
  expectedBy: 'Entrega prevista a más tardar el {date}',
  byDay: 'a más tardar el {date}',
  wasExpectedOn: 'La entrega estaba prevista para el {date}',
  deliveredOn: 'Entregado el {date}',

  order: 'Pedido',
  trackingNumber: 'Número de seguimiento',
  noTrackingNumber: 'Aún sin número de seguimiento',
  carrier: 'Transportista',
  lastMile: 'Entrega a cargo de',
  trackAtCarrier: 'Seguir en {carrier}',
  contents: 'En este paquete',
  unnamedItem: 'Artículo',
  history: 'Historial del envío',
  noHistory: 'Todavía no hay novedades del transportista.',
  timesIn: 'Zona horaria: {zone}.',
  otherParcels: 'Sus otros paquetes',

  review: '¿Qué tal fue la entrega?',
  reviewCarrier: 'Entrega',
  reviewProduct: 'Producto',
  reviewPackaging: 'Embalaje',
  reviewComment: '¿Algo más? (opcional)',
  reviewSend: 'Enviar',
  reviewThanks: 'Gracias por su valoración.',
  reviewIncomplete: 'Valore cada uno de los tres apartados de una a cinco estrellas.',

  questions: '¿Tiene preguntas?',
  writeToShop: 'Escribir a la tienda',
  callShop: 'Llamar al {phone}',
  contactShop: 'Contactar con la tienda',
  returnPolicy: 'Devoluciones',
  privacy: 'Privacidad',

  find: 'Buscar mi paquete',
  findIntro:
    'Indique el número de pedido y su correo electrónico o código postal, o solo el número de seguimiento.',
  findOrderNumber: 'Número de pedido',
  findEmailOrPostcode: 'Correo electrónico o código postal',
  findOr: 'o',
  findSearch: 'Buscar',
  findNothing:
    'No hay ningún paquete con estos datos. Revise si están bien escritos o mire el correo de su pedido.',
  findIncomplete:
    'Indique el número de seguimiento, o el de pedido con el correo electrónico o el código postal.',
  findTooOften: 'Demasiados intentos. Vuelva a intentarlo dentro de una hora.',
};
