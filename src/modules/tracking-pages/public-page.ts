/** A page as its customers see it. It says nothing about the customer: no addresses, names, e-mail or phone numbers. */
export interface PublicPage {
  readonly trackingPage: {
    readonly title: string | null;
    readonly subdomain: string;
    readonly reviewsEnabled: boolean;
    readonly sidebarField: string | null;
    readonly trackingNumberField: string | null;
    readonly customThemeId: string | null;
    readonly builder: object;
  };
  readonly shipments: readonly PublicShipment[];
}

export interface PublicShipment {
  readonly id: string;
  readonly trackingNumber: string | null;
  readonly trackingStatus: string | null;
  readonly orderNumbers: readonly string[];
  readonly originCarrier: PublicCarrier | null;
  readonly destinationCarrier: PublicCarrier | null;
  readonly originCountryIso2: string | null;
  readonly destinationCountryIso2: string | null;
  readonly createdAt: string;
  readonly shippedAt: string | null;
  readonly expectedDeliveryDate: string | null;
  readonly lastStatusUpdate: string | null;
  readonly checkpoints: readonly PublicCheckpoint[];
  readonly items: readonly PublicItem[];
  /** Whether it has been reviewed. */
  readonly reviewed: boolean;
}

export interface PublicCarrier {
  readonly code: string;
  readonly name: string;
  readonly url: string | null;
}

export interface PublicCheckpoint {
  readonly checkpointDate: string;
  readonly info: string | null;
  readonly location: string | null;
  readonly rel: string | null;
}

export interface PublicItem {
  readonly productName: string | null;
  readonly qty: number;
  readonly imageUrl: string | null;
}
