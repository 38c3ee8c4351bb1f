import type { Random } from './random.js';

/** Who orders in the demo: made-up people, mail domains and telephone numbers that are reserved for examples. */
export interface Customer {
  readonly email: string;
  readonly phoneNumber: string | null;
  readonly address: {
    readonly firstName: string;
    readonly lastName: string;
    readonly company: string | null;
    readonly addressLine1: string;
    readonly addressLine2: string | null;
    readonly city: string;
    readonly state: string | null;
    readonly postcode: string;
    readonly country: string;
    readonly countryIso2: string;
  };
}

interface Country {
  readonly name: string;
  readonly iso2: string;
  /** `#` stands for a digit. */
  readonly phone: string | null;
  readonly firstNames: readonly string[];
  readonly lastNames: readonly string[];
  /** A street with its house number as `#`s, in the country's own order. */
  readonly streets: readonly string[];
  /** City, postcode (its last digits as `#`), state. */
  readonly cities: readonly (readonly [city: string, postcode: string, state: string | null])[];
}

const COUNTRIES: readonly Country[] = [
  {
    name: 'United States',
    iso2: 'US',
    phone: '+1 303 555 01##',
    firstNames: ['Ava', 'Marcus', 'Olivia', 'Tyrone', 'Grace', 'Daniel', 'Priya', 'Samuel'],
    lastNames: ['Bennett', "O'Connor", 'Nguyen', 'Ramirez', 'Foster', 'Jackson', 'Patel', 'Whitfield'],
    streets: ['1## Maple Avenue', '4## Cedar Street', '2### Lakeview Drive', '9## Juniper Court'],
    cities: [
      ['Boulder', '803##', 'Colorado'],
      ['Portland', '972##', 'Oregon'],
      ['Austin', '787##', 'Texas'],
      ['Burlington', '054##', 'Vermont'],
      ['Minneapolis', '554##', 'Minnesota'],
    ],
  },
  {
    name: 'Canada',
    iso2: 'CA',
    phone: '+1 604 555 01##',
    firstNames: ['Chloé', 'Liam', 'Maude', 'Ethan'],
    lastNames: ['Tremblay', 'MacDonald', 'Gagnon', 'Singh'],
    streets: ['2## King Street', '7## rue Sherbrooke', '1### Granville Street'],
    cities: [
      ['Vancouver', 'V6B #A#', 'British Columbia'],
      ['Montréal', 'H2X #Y#', 'Québec'],
    ],
  },
  {
    name: 'Germany',
    iso2: 'DE',
    phone: '+49 30 23125 ###',
    firstNames: ['Anneliese', 'Jürgen', 'Sören', 'Zoë', 'Mehmet', 'Katharina'],
    lastNames: ['Müller', 'Groß', 'Schäfer', 'Yılmaz', 'Köhler', 'von der Heide'],
    streets: ['Lindenstraße #', 'Am Mühlbach 1#', 'Goethestraße 4#', 'Kirchgäßchen #'],
    cities: [
      ['Köln', '506##', 'Nordrhein-Westfalen'],
      ['München', '803##', 'Bayern'],
      ['Berlin', '104##', 'Berlin'],
      ['Görlitz', '028##', 'Sachsen'],
    ],
  },
  {
    name: 'France',
    iso2: 'FR',
    phone: '+33 1 99 00 ## ##',
    firstNames: ['Hélène', 'Loïc', 'Margaux', 'Théo'],
    lastNames: ['Lefèvre', 'Dubois', "N'Diaye", 'Garçon'],
    streets: ['1# rue des Écoles', '8# avenue Jean Jaurès', '3 bis, quai Saint-Antoine'],
    cities: [
      ['Lyon', '6900#', null],
      ['Orléans', '4500#', null],
      ['Saint-Étienne', '4200#', null],
    ],
  },
  {
    name: 'United Kingdom',
    iso2: 'GB',
    phone: '+44 20 7946 0###',
    firstNames: ['Imogen', 'Alistair', 'Siân', 'Rahul'],
    lastNames: ['Pemberton', 'MacLeod', 'Davies', 'Choudhury'],
    streets: ['1# High Street', '22 Station Road, Flat #', '5# Abbey Lane'],
    cities: [
      ['Bristol', 'BS# 4TQ', null],
      ['Edinburgh', 'EH# 9QT', 'Scotland'],
      ['Cardiff', 'CF1# 2AB', 'Wales'],
    ],
  },
  {
    name: 'Poland',
    iso2: 'PL',
    phone: null,
    firstNames: ['Łukasz', 'Małgorzata', 'Paweł', 'Agnieszka'],
    lastNames: ['Żak', 'Wiśniewska', 'Dąbrowski', 'Nowak'],
    streets: ['ul. Długa 1#/#', 'ul. Świętokrzyska 2#', 'al. Niepodległości 1##'],
    cities: [
      ['Kraków', '31-0##', 'małopolskie'],
      ['Łódź', '90-2##', 'łódzkie'],
      ['Gdańsk', '80-8##', 'pomorskie'],
    ],
  },
  {
    name: 'Spain',
    iso2: 'ES',
    phone: null,
    firstNames: ['José', 'Begoña', 'Iñaki', 'Lucía'],
    lastNames: ['Núñez', 'García Márquez', 'Ibáñez', 'Peña'],
    streets: ['Calle Mayor, 1#', 'Avenida de América 2#, 3º B', 'Plaça del Sol #'],
    cities: [
      ['Málaga', '290##', 'Andalucía'],
      ['A Coruña', '150##', 'Galicia'],
      ['Barcelona', '080##', 'Catalunya'],
    ],
  },
  {
    name: 'Netherlands',
    iso2: 'NL',
    phone: null,
    firstNames: ['Sanne', 'Joris', 'Fleur'],
    lastNames: ['de Vries', 'van den Berg', 'Bakker'],
    streets: ['Keizersgracht 1##', 'Dorpsstraat 4#', "'s-Gravenweg #"],
    cities: [
      ['Utrecht', '351# AB', 'Utrecht'],
      ["'s-Hertogenbosch", '521# GK', 'Noord-Brabant'],
    ],
  },
  {
    name: 'Austria',
    iso2: 'AT',
    phone: null,
    firstNames: ['Leopold', 'Theresa'],
    lastNames: ['Größing', 'Huber'],
    streets: ['Mariahilfer Straße 1##', 'Schloßgasse #'],
    cities: [
      ['Wien', '10#0', 'Wien'],
      ['Klagenfurt am Wörthersee', '902#', 'Kärnten'],
    ],
  },
  {
    name: 'Italy',
    iso2: 'IT',
    phone: null,
    firstNames: ['Niccolò', 'Ginevra'],
    lastNames: ["D'Angelo", 'Esposito'],
    streets: ['Via Roma, 1#', 'Corso Vittorio Emanuele II, 4#'],
    cities: [
      ['Torino', '101##', 'Piemonte'],
      ['Forlì', '4712#', 'Emilia-Romagna'],
    ],
  },
  {
    name: 'Sweden',
    iso2: 'SE',
    phone: null,
    firstNames: ['Åsa', 'Björn'],
    lastNames: ['Öberg', 'Lindström'],
    streets: ['Storgatan #', 'Ängsvägen 1#'],
    cities: [
      ['Malmö', '211 ##', 'Skåne'],
      ['Umeå', '903 ##', 'Västerbotten'],
    ],
  },
  {
    name: 'Australia',
    iso2: 'AU',
    phone: '+61 2 5550 ####',
    firstNames: ['Matilda', 'Jack', 'Thuy'],
    lastNames: ['Kelly', 'Tran', 'Robertson'],
    streets: ['Unit #, 4# Beach Road', '1# Eucalyptus Crescent'],
    cities: [
      ['Hobart', '700#', 'Tasmania'],
      ['Brisbane', '400#', 'Queensland'],
    ],
  },
  {
    name: 'Japan',
    iso2: 'JP',
    phone: null,
    firstNames: ['葵', '健太'],
    lastNames: ['佐藤', '高橋'],
    streets: ['本町 1-#-#', '中央区栄町 #-1#'],
    cities: [
      ['札幌市', '060-00##', '北海道'],
      ['京都市', '604-80##', '京都府'],
    ],
  },
];

/** How often a shop sells to a country, by its ISO code; the others never. */
export type Markets = Readonly<Record<string, number>>;

/** Letters that Unicode does not take apart, and names in other scripts. */
const SPELLED: Readonly<Record<string, string>> = {
  Ł: 'L',
  ł: 'l',
  ß: 'ss',
  ı: 'i',
  葵: 'aoi',
  健太: 'kenta',
  佐藤: 'sato',
  高橋: 'takahashi',
};

function mailName(name: string): string {
  const spelled = name.replace(/健太|佐藤|高橋|[Łłßı葵]/g, (part) => SPELLED[part] ?? part);
  const letters = spelled.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return letters.replace(/[^a-z]+/g, '.').replace(/^\.|\.$/g, '');
}

/** A customer of one of the markets. */
export function customerIn(markets: Markets, random: Random): Customer {
  const iso2 = random.weighted(markets);
  const country = COUNTRIES.find((each) => each.iso2 === iso2) as Country;
  const firstName = random.one(country.firstNames);
  const lastName = random.one(country.lastNames);
  const [city, postcode, state] = random.one(country.cities);
  const domain = random.one(['example.com', 'example.org']);
  return {
    email: `${mailName(firstName)}.${mailName(lastName)}@${domain}`,
    phoneNumber: country.phone !== null && random.chance(0.7) ? random.filled(country.phone) : null,
    address: {
      firstName,
      lastName,
      company: random.chance(0.12) ? `${lastName} & Co.` : null,
      addressLine1: random.filled(random.one(country.streets)),
      addressLine2: random.chance(0.1) ? random.filled('c/o Reception, floor #') : null,
      city,
      state,
      postcode: random.filled(postcode),
      country: country.name,
      countryIso2: iso2,
    },
  };
}
