import type { MessageTexts } from './texts.js';

/** What messages say, in Turkish. */
export const tr: MessageTexts = {
  hello: 'Merhaba {{first_name}},',
  helloAnybody: 'Merhaba,',
  track: 'Kargonu takip et',
  rate: 'Teslimatı değerlendir',
  expected: 'Tahmini teslimat',
  why: 'Bu e-postayı {{shop}} mağazasından sipariş verdiğiniz için alıyorsunuz.',
  unsubscribe: 'Kargolarla ilgili mesaj almak istemiyorum',

  end: 'Kargo mesajları durdurulsun mu?',
  endText:
    '{{shop}} size kargolarınızla ilgili artık mesaj göndermeyecek. Kargolarınızı takip sayfasında izlemeye devam edebilirsiniz.',
  endButton: 'Mesajları durdur',
  ended: '{{shop}} size kargolarla ilgili artık mesaj göndermeyecek.',

  title_label_made: 'Siparişiniz paketlendi',
  text_label_made: 'Siparişinizi paketledik. Kargo firması paketi teslim alır almaz size doğru yola çıkacak.',
  title_shipped: 'Kargonuz yola çıktı',
  text_shipped: 'İyi haber: Kargo firması paketinizi teslim aldı ve size getiriyor.',
  title_out_for_delivery: 'Kargonuz bugün geliyor',
  text_out_for_delivery: 'Paketiniz dağıtımda. Bugün paketi teslim alabilecek birinin olması iyi olur.',
  title_available_for_pickup: 'Kargonuz teslim alınmayı bekliyor',
  text_available_for_pickup: 'Paketiniz sizi bekliyor. Lütfen kimliğinizi ve takip numarasını yanınıza alın.',
  title_failed_attempt: 'Sizi bulamadık',
  text_failed_attempt:
    'Kargo firması paketinizi teslim edemedi. Kapınıza not bırakılmış olabilir; bundan sonra ne olacağını takip sayfasında da görebilirsiniz.',
  title_exception: 'Kargonuz gecikiyor',
  text_exception:
    'Paketiniz bir nedenle bekliyor. Kargo firmasının ne bildirdiğini ve bir şey yapmanız gerekip gerekmediğini takip sayfasında görebilirsiniz.',
  title_delivered: 'Kargonuz ulaştı',
  text_delivered:
    'Paketiniz teslim edildi. Güle güle kullanın! Bulamıyorsanız lütfen önce komşularınıza, sonra bize sorun.',
  title_returned: 'Kargonuz bize geri dönüyor',
  text_returned:
    'Kargo firması paketinizi teslim edemedi ve bize geri gönderiyor. Bize yazın: Yeniden gönderelim veya ücretinizi iade edelim.',
  title_late: 'Kargonuz büyük olasılıkla gecikecek',
  text_late: 'Paketinizin yolculuğu planlanandan uzun sürüyor. Özür dileriz, yakından takip ediyoruz.',
  title_delivery_day_changed: 'Kargonuz için yeni teslimat günü',
  text_delivery_day_changed: 'Kargo firması paketinizi teslim edeceği günü değiştirdi.',
  title_review_request: 'Teslimat nasıldı?',
  text_review_request:
    'Paketiniz birkaç gündür sizde. Her şey yolunda gitti mi? Bize söylemeniz bir dakika bile sürmez.',
};
