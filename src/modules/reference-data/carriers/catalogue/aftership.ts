/** The carriers that BigCommerce's `tracking_carrier` may be: AfterShip's slugs. Source: BigCommerce's list of 350 values. */
const SLUGS = `
  17postservice 2go 360lion 4-72 4px abf abxexpress-my acscourier adicional adsone air21 airpak-express airspeed
  alphafast amazon an-post apc-overnight apc-overnight-reference apc aramex arrowxl asendia-de skypostal asendia-uk
  asendia-usa asm aupost-china australia-post austrian-post austrian-post-registered b2ceurope bpost belpost bert-fr
  800bestex bluedart bondscouriers boxc bpost-international brazil-correios brt-it bgpost buylogic cambodia-post
  canada-post canpar cbl-logistica china-ems china-post chronopost-france chronopost-portugal citylinkexpress cj-gls
  cnexps colis-prive colissimo collectplus con-way correo-argentino correos-chile spain-correos-es correos-de-mexico
  correosexpress costmeticsnow courex courierit courier-plus courierpost couriers-please cpacket cuckooexpress
  cyprus-post dachser dawnwing dbschenker-se delcart-in delhivery deltec-courier detrack dhl-germany deutsch-post
  dhl-deliverit dhl-benelux dhl-global-mail dhl dhl-pieceid dhl-global-mail-asia dhl-hk dhl-nl dhlparcel-nl dhl-poland
  dhl-es directfreight-au-ref directlink dmm-network dotzot dpd dpd-de dpd-ireland dpd-poland dpd-uk dpe-express
  dpe-za dpex szdpex dsv dtdc-au dtdc dx dynamic-logistics easy-mail ec-firstclass ecargo-asia echo ecom-express
  elta-courier emirates-post empsexpress ensenda envialia equick-cn estafeta estes exapaq expeditors fastrak-th
  fastway-au fastway-ireland fastway-nz fastway-za fedex fedex-freight opek fedex-uk fercam first-flight
  first-logistics flytexpress gati-kwe gdex taxydromiki geodis-calberson-fr ghn globegistics gls gls-italy
  gls-netherlands gofly gojavas greyhound hermes-de hermes homedirect-logistics hong-kong-post hrvatska-posta hh-exp
  i-parcel postur-is idexpress imexglobalsolutions imxmail india-post india-post-int inpost-paczkomaty
  interlink-express international-seur israel-post israel-post-domestic italy-sda itis jam-express japan-post
  jayonexpress jcex jet-ship jne bh-posta kangaroo-my kerry-logistics kerryttc-vn kgmhub korea-post kn
  la-poste-colissimo lao-post lasership lbcexpress lietuvos-pastas lion-parcel lwe-hk magyar-posta
  malaysia-post-posdaftar malaysia-post matdespatch matkahuolto maxcellents aeroflash mexico-redpack
  mexico-senda-express mondialrelay mrw-spain myhermes-uk mypostonline nacex-spain nanjingwoyuan nationwide-my
  new-zealand-post newgistics tntpost-it nhans-solutions nightline ninjavan ninjavan-id ninjavan-my nipost
  norsk-global nova-poshta nuvoex oca-ar old-dominion omniparcel oneworldexpress ontrac packlink pandulogistics
  panther parcel-express parcel-force parcelpost-sg parcelled-in ppbyb pfcexpress poczta-polska portugal-ctt
  portugal-seur pos-indonesia pos-indonesia-int danmark-post post-serbia post56 poste-italiane
  poste-italiane-paccocelere posten-norge posti postnl postnl-international postnl-3s postnord posta-romana
  professional-couriers ptt-posta purolator quantium qxpress raben-group raf raiderex ramgroup-za red-express
  red-express-wb redur-es rl-carriers rocketparcel royal-mail rpx rpxonline rrdonnelley russian-post rzyexpress sfb2c
  sf-express safexpress sagawa saudi-post scudex-express sekologistics sfcservice sgt-it singapore-post
  singapore-speedpost siodemka skynet skynetworldwide skynetworldwide-uk smsa-express sapo spanish-seur
  specialisedfreight-za speedcouriers-gr speedexcourier spreadel srekorea star-track-express star-track sto
  sweden-posten amazon-fba-swiship swiss-post taiwan-post taqbin-hk taqbin-my taqbin-sg tazmanian-freight sic-teliway
  tgx thailand-post thecourierguy tiki tnt tnt-au tnt-fr tnt-it tnt-reference tnt-uk tnt-uk-reference tnt-click
  toll-ipec toll-priority trakpak transmission-nl tuffnells ubi-logistics ceska-posta uk-mail ukrposhta ups
  ups-freight ups-mi usps vnpost vnpost-ems viettelpost wahana wedo wishpost xdp-uk xdp-uk-reference xend xpressbees
  xq-express taqbin-jp yanwen yodel yodel-international yrc yto yunexpress yundaex zalora-7-eleven zjs-express
`;

const slugs: ReadonlySet<string> = new Set(SLUGS.trim().split(/\s+/));

/** AfterShip's own name for a carrier that somebody names so, in letters of either case. */
export function aftershipSlug(word: string): string | undefined {
  const slug = word.trim().toLowerCase();
  return slugs.has(slug) ? slug : undefined;
}

/** All of them. */
export const aftershipSlugs = (): readonly string[] => [...slugs];
