import type { MessageTexts } from './texts.js';

/** What messages say, in Spanish. */
export const es: MessageTexts = {
  hello: 'Hola, {{first_name}}:',
  helloAnybody: 'Hola:',
  track: 'Seguir mi paquete',
  rate: 'Valorar la entrega',
  expected: 'Entrega prevista',
  why: 'Recibes este correo porque has hecho un pedido en {{shop}}.',
  unsubscribe: 'No recibir más mensajes sobre paquetes',

  end: '¿No recibir más mensajes sobre paquetes?',
  endText:
    '{{shop}} no te enviará más mensajes sobre tus paquetes. Podrás seguirlos en la página de seguimiento.',
  endButton: 'Darme de baja',
  ended: 'No recibirás más mensajes de {{shop}} sobre paquetes.',

  title_label_made: 'Tu pedido está preparado',
  text_label_made:
    'Hemos preparado tu pedido. En cuanto el transportista recoja el paquete, estará de camino.',
  title_shipped: 'Tu paquete está en camino',
  text_shipped: 'Buenas noticias: el transportista ya tiene tu paquete y te lo lleva.',
  title_out_for_delivery: 'Tu paquete llega hoy',
  text_out_for_delivery: 'El repartidor lleva tu paquete. Conviene que hoy haya alguien para recibirlo.',
  title_available_for_pickup: 'Tu paquete está listo para recoger',
  text_available_for_pickup:
    'Tu paquete te espera. Lleva un documento de identidad y el número de seguimiento.',
  title_failed_attempt: 'No te hemos encontrado',
  text_failed_attempt:
    'El transportista no ha podido entregar tu paquete. Mira si ha dejado un aviso; en la página de seguimiento también verás qué pasa ahora.',
  title_exception: 'Tu paquete se retrasa',
  text_exception:
    'Algo está reteniendo tu paquete. En la página de seguimiento verás lo que comunica el transportista y si tienes que hacer algo.',
  title_delivered: 'Tu paquete ha llegado',
  text_delivered:
    'Tu paquete se ha entregado. ¡Que lo disfrutes! Si no lo encuentras, pregunta primero a tus vecinos y después a nosotros.',
  title_returned: 'Tu paquete vuelve a nuestra tienda',
  text_returned:
    'El transportista no ha podido entregar tu paquete y nos lo devuelve. Escríbenos: te lo enviaremos de nuevo o te devolveremos el dinero.',
  title_late: 'Es probable que tu paquete se retrase',
  text_late: 'Tu paquete tarda más de lo previsto. Lo sentimos y estamos pendientes de él.',
  title_delivery_day_changed: 'Nuevo día de entrega para tu paquete',
  text_delivery_day_changed: 'El transportista ha cambiado el día en que entregará tu paquete.',
  title_review_request: '¿Qué tal fue la entrega?',
  text_review_request:
    'Hace unos días que tienes tu paquete. ¿Ha ido todo bien? Contárnoslo lleva menos de un minuto.',
};
