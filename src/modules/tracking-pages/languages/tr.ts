import type { Texts } from './texts.js';

/** What a tracking page says, in Turkish. */
export const tr: Texts = {
  pageTitle: 'Kargolarınız',
  nothingYet: 'Burada henüz kargo yok. Mağaza bir şey gönderdiğinde bu sayfada görürsünüz.',
  goneTitle: 'Burada bir şey yok',
  goneText: 'Bağlantı geçersiz veya süresi dolmuş. Lütfen mağazadan yeni bir bağlantı isteyin.',
  language: 'Dil',

  headline_no_info: 'Kargo firmasına bildirildi',
  headline_pre_transit: 'Paketlendi, kargoya verilmeyi bekliyor',
  headline_in_transit: 'Yolda',
  headline_customs_clearance: 'Gümrükte',
  headline_exception: 'Gecikti',
  headline_delivery_in_progress: 'Dağıtımda',
  headline_unsuccessful_delivery: 'Teslim edilemedi',
  headline_available_for_pickup: 'Teslim alınmaya hazır',
  headline_delivered: 'Teslim edildi',
  headline_return_to_sender: 'Mağazaya iade ediliyor',
  headline_cancelled: 'İptal edildi',
  headline_error: 'Takip edilemiyor',
  headline_expired: 'Uzun süredir haber yok',
  headline_transit_limit_exceeded: 'Çok gecikti',
  headline_unknown: 'Hazırlanıyor',

  advice_no_info: 'Kargo firması kargonuzu henüz kayda almadı. Bu bir iki gün sürebilir.',
  advice_pre_transit: 'Kargonuz paketlendi. Kargo firması teslim aldığında yeni bilgi gelecek.',
  advice_in_transit:
    'Yapmanız gereken bir şey yok. Kargo firmasının bildirdiği her adımı aşağıda görebilirsiniz.',
  advice_customs_clearance:
    'Gümrükte inceleniyor. Sizden bir şey gerekirse kargo firması sizinle iletişime geçer.',
  advice_exception:
    'Bir gecikme var. Aşağıdaki son harekete bakın; bir şey yapmanız gerekiyorsa kargo firmasına danışın.',
  advice_delivery_in_progress: 'Kargonuz kuryede. Lütfen bugün adreste teslim alacak biri bulunsun.',
  advice_unsuccessful_delivery:
    'Teslim alacak kimse yoktu. Kapıda not var mı diye bakın veya kargo firmasından başka bir gün isteyin.',
  advice_available_for_pickup:
    'Kargonuz teslimat noktasında veya kargo dolabında. Kimliğinizi ve takip numarasını yanınıza alın.',
  advice_delivered: 'Kargonuz ulaştı. Elinize geçmediyse önce komşularınıza, sonra mağazaya sorun.',
  advice_return_to_sender:
    'Teslim edilemedi ve geri dönüyor. Mağazadan yeniden gönderim veya para iadesi isteyin.',
  advice_cancelled: 'Mağaza bu kargoyu iptal etti. Bunu beklemiyorduysanız mağazaya sorun.',
  advice_error: 'Kargo firması bu takip numarasını tanımıyor. Lütfen mağazaya sorun.',
  advice_expired: 'Kargo firması uzun süredir bilgi vermedi. Mağazadan kargonuzu araştırmasını isteyin.',
  advice_transit_limit_exceeded: 'Çoktan ulaşmış olmalıydı. Mağazadan kargonuzu araştırmasını isteyin.',
  advice_unknown: 'Kargo firmasına verildiğinde yeni bilgi gelecek.',

  progress: 'İlerleme',
  step_ordered: 'Sipariş verildi',
  step_packed: 'Paketlendi',
  step_on_the_way: 'Yolda',
  step_out_for_delivery: 'Dağıtımda',
  step_delivered: 'Teslim edildi',
  step_returned: 'İade edildi',
  step_cancelled: 'İptal edildi',

  expectedOn: 'Tahmini teslimat: {date}',
  expectedBetween: 'Tahmini teslimat: {from} ile {to} arası',
  expectedBy: 'Tahmini teslimat: en geç {date}',
  byDay: 'en geç {date}',
  wasExpectedOn: 'Beklenen teslimat tarihi geçti: {date}',
  deliveredOn: 'Teslim tarihi: {date}',

  order: 'Sipariş',
  trackingNumber: 'Takip numarası',
  noTrackingNumber: 'Henüz takip numarası yok',
  carrier: 'Kargo firması',
  lastMile: 'Teslimatı yapan',
  trackAtCarrier: '{carrier} üzerinden takip edin',
  contents: 'Bu kargonun içinde',
  unnamedItem: 'Ürün',
  history: 'Kargo hareketleri',
  noHistory: 'Kargo firmasından henüz haber yok.',
  timesIn: 'Saatler {zone} saat dilimine göredir.',
  otherParcels: 'Diğer kargolarınız',

  review: 'Teslimat nasıldı?',
  reviewCarrier: 'Teslimat',
  reviewProduct: 'Ürün',
  reviewPackaging: 'Paketleme',
  reviewComment: 'Eklemek istediğiniz bir şey var mı? (isteğe bağlı)',
  reviewSend: 'Gönder',
  reviewThanks: 'Değerlendirmeniz için teşekkür ederiz.',
  reviewIncomplete: 'Lütfen üçüne de bir ila beş yıldız verin.',

  questions: 'Sorularınız mı var?',
  writeToShop: 'Mağazaya yazın',
  callShop: 'Arayın: {phone}',
  contactShop: 'Mağazayla iletişime geçin',
  returnPolicy: 'İade',
  privacy: 'Gizlilik',

  find: 'Kargomu bul',
  findIntro:
    'Sipariş numarasını e-posta adresiniz veya posta kodunuzla birlikte ya da yalnız takip numarasını girin.',
  findOrderNumber: 'Sipariş numarası',
  findEmailOrPostcode: 'E-posta adresi veya posta kodu',
  findOr: 'veya',
  findSearch: 'Ara',
  findNothing: 'Bu bilgilerle kargo bulamadık. Yazımı kontrol edin veya sipariş e-postanıza bakın.',
  findIncomplete:
    'Takip numarasını ya da sipariş numarasını e-posta adresi veya posta koduyla birlikte girin.',
  findTooOften: 'Çok fazla deneme yapıldı. Lütfen bir saat sonra tekrar deneyin.',
};
