import type { MessageTexts } from './texts.js';

/** What messages say, in Portuguese. */
export const pt: MessageTexts = {
  hello: 'Olá {{first_name}},',
  helloAnybody: 'Olá,',
  track: 'Seguir a encomenda',
  rate: 'Avaliar a entrega',
  expected: 'Entrega prevista',
  why: 'Recebe este e-mail porque fez uma encomenda em {{shop}}.',
  unsubscribe: 'Não receber mais mensagens sobre encomendas',

  end: 'Não receber mais mensagens sobre encomendas?',
  endText:
    '{{shop}} deixará de lhe enviar mensagens sobre as suas encomendas. Pode continuar a segui-las na página de seguimento.',
  endButton: 'Cancelar mensagens',
  ended: 'Não receberá mais mensagens de {{shop}} sobre encomendas.',

  title_label_made: 'A sua encomenda está embalada',
  text_label_made: 'Embalámos a sua encomenda. Assim que a transportadora a recolher, estará a caminho.',
  title_shipped: 'A sua encomenda está a caminho',
  text_shipped: 'Boas notícias: a transportadora já tem a sua encomenda e vai levá-la até si.',
  title_out_for_delivery: 'A sua encomenda chega hoje',
  text_out_for_delivery: 'A sua encomenda está com o estafeta. Convém que alguém a possa receber hoje.',
  title_available_for_pickup: 'A sua encomenda está pronta a levantar',
  text_available_for_pickup:
    'A sua encomenda está à sua espera. Leve um documento de identificação e o número de seguimento.',
  title_failed_attempt: 'Não o encontrámos',
  text_failed_attempt:
    'A transportadora não conseguiu entregar a encomenda. Veja se deixou um aviso; a página de seguimento também indica os próximos passos.',
  title_exception: 'A sua encomenda está atrasada',
  text_exception:
    'Algo está a reter a sua encomenda. A página de seguimento mostra o que a transportadora comunica e se deve fazer alguma coisa.',
  title_delivered: 'A sua encomenda chegou',
  text_delivered:
    'A sua encomenda foi entregue. Esperamos que goste! Se não a encontrar, pergunte primeiro aos vizinhos e depois a nós.',
  title_returned: 'A sua encomenda está a regressar à loja',
  text_returned:
    'A transportadora não conseguiu entregar a encomenda e está a devolvê-la. Contacte-nos: enviamos de novo ou reembolsamos.',
  title_late: 'A sua encomenda deverá atrasar-se',
  text_late: 'A sua encomenda está a demorar mais do que o previsto. Pedimos desculpa e estamos atentos.',
  title_delivery_day_changed: 'Novo dia de entrega da sua encomenda',
  text_delivery_day_changed: 'A transportadora alterou o dia em que entrega a sua encomenda.',
  title_review_request: 'Como correu a entrega?',
  text_review_request:
    'Já tem a sua encomenda há alguns dias. Correu tudo bem? Dizer-nos leva menos de um minuto.',
};
