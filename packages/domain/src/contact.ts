/**
 * How to reach one service: the data of a contact card, as a team writes it by hand and as the importer of the Annuaire
 * de l’administration produces it. Plain JSON: this file holds the words, the rules live beside it.
 *
 * Source: commitments 2, 3 and 8 of the Services Publics+ programme (purposes of numbers and addresses, hours and busy
 * hours of each channel, how to come, mediator, link to the public directory).
 */

/** A day of the week, Monday first. */
export type Weekday = 'mo' | 'tu' | 'we' | 'th' | 'fr' | 'sa' | 'su';

/**
 * Two local times, `HH:MM-HH:MM`, the second one excluded. `24:00` may end a range. In a hand-written file an end at or
 * before its start passes midnight; the importer of the Annuaire never writes one, since there it is a typing error.
 */
export type HoursRange = string;

/** `YYYY-MM-DD`, or `MM-DD` for the same day of every year. */
export type DayText = string;

/** Some hours of some weekdays. Rules add up, except that one without hours closes the days it matches. */
export type HoursRule = {
  days: readonly Weekday[];
  hours: readonly HoursRange[];
  /** Received by appointment only. */
  appointment?: boolean;
  /** Words that change whether the place is open and that no rule can say: the state becomes conditional. */
  condition?: string;
  /** Words shown beside the hours that change nothing to the state. */
  note?: string;
  /** Which ones of the month: 1 to 5, −1 for the last. */
  nth?: readonly number[];
  /** Parity of the ISO week number (a year of 53 weeks gives two odd weeks in a row). */
  weeks?: 'odd' | 'even';
  /** First and last day on which the rule applies, both included; `MM-DD` may pass the end of the year. */
  from?: DayText;
  to?: DayText;
};

/** A period whose week replaces the usual one. */
export type Season = { name?: string; from: DayText; to: DayText; week: readonly HoursRule[] };

/** Dated days, both included, that stand above holidays, seasons and the week. No hours: closed. */
export type HoursException = {
  from: string;
  to?: string;
  hours?: readonly HoursRange[];
  appointment?: boolean;
  reason?: string;
};

/** Hours of some weekdays that are busy, or quiet. */
export type Band = { days: readonly Weekday[]; hours: readonly HoursRange[] };

/** When one channel answers. Precedence: exception, then public holiday, then season, then week. */
export type Schedule = {
  week: readonly HoursRule[];
  seasons?: readonly Season[];
  exceptions?: readonly HoursException[];
  /** What happens on a public holiday of the territory; `closed` where nothing is said. */
  holidays?: 'closed' | 'as-usual';
  busy?: readonly Band[];
  quiet?: readonly Band[];
  /** A condition on the whole schedule. */
  condition?: string;
  note?: string;
  /** Never in a file: its reader says so of a schedule of which a part could not be read. Hours that it lacks may exist. */
  incomplete?: boolean;
};

export type CallPrice = 'free' | 'normal' | 'surcharged';

export type Phone = {
  /** As people write it: `03 87 00 00 00`, `3230`, `+262 269 61 00 00`. */
  number: string;
  /** What it is for, in the citizen’s words. */
  purpose?: string;
  /** Required for short numbers, whose prefix says nothing. */
  price?: CallPrice;
  /** The tariff in words, e.g. « 0,06 € la minute + prix d’un appel ». */
  priceText?: string;
  /** The number to call from abroad. */
  abroad?: string;
  /** A person answers, without a menu. */
  directAgent?: boolean;
};

/** French sign language, cued speech, real-time text. */
export type RelayMode = 'lsf' | 'lfpc' | 'ttrp';

/** Telephone for deaf, hard-of-hearing, deafblind and aphasic people (law 2005-102, art. 78). */
export type AccessiblePhone = {
  provider?: string;
  url?: string;
  number?: string;
  modes?: readonly RelayMode[];
  /** Absent: the same hours as the telephone, as the law has asked since 1 October 2026 (decree 2017-875, art. 2). */
  hours?: Schedule;
};

export type Email = { address: string; purpose?: string; answerIn?: string };
export type WebForm = { url: string; purpose?: string; answerIn?: string };

export type Address = {
  lines: readonly string[];
  postcode?: string;
  city?: string;
  country?: string;
  /** Degrees, WGS 84. */
  lat?: number;
  lon?: number;
};

export type TransportStop = {
  mode?: 'bus' | 'tram' | 'metro' | 'train' | 'boat' | 'other';
  line?: string;
  stop: string;
  /** Minutes on foot from the stop. */
  walk?: number;
};

export type Parking = { places?: number; secure?: boolean; note?: string };

export type Access = {
  transport?: readonly TransportStop[];
  bikes?: Parking;
  scooters?: Parking;
  cars?: Parking;
  disabled?: Parking;
  entrance?: string;
  /** Absent: not known. */
  wheelchair?: 'yes' | 'on-request' | 'no';
  wheelchairNote?: string;
};

export type Appointment = {
  url?: string;
  phone?: string;
  modes?: readonly ('site' | 'phone' | 'video')[];
  note?: string;
};

export type Mediator = { name: string; url?: string; email?: string; phone?: string; address?: Address; note?: string };

/** Who runs the service: surcharged numbers are forbidden to the State and social bodies (law 2018-727, art. 28). */
export type RunBy = 'state' | 'social' | 'local';

export type Contact = {
  name: string;
  runBy?: RunBy;
  /** INSEE code of the commune: gives the time zone and the public holidays where they are not written. */
  insee?: string;
  /** IANA name of the office’s time zone. */
  zone?: string;
  /** Zone of the official list of public holidays, see public-holidays. */
  territory?: string;
  /** Local days that are holidays here, beyond the official list. */
  extraHolidays?: readonly { date: DayText; name: string }[];
  counter?: Schedule;
  telephone?: Schedule;
  phones?: readonly Phone[];
  accessiblePhone?: AccessiblePhone;
  emails?: readonly Email[];
  forms?: readonly WebForm[];
  visitAddress?: Address;
  postalAddress?: Address;
  access?: Access;
  appointment?: Appointment;
  /** Help with procedures on the spot, e.g. « Espace France services : aide aux démarches en ligne ». */
  onSiteHelp?: string;
  /** BCP 47 tags of the languages spoken; `fsl` for French sign language at the desk. */
  languages?: readonly string[];
  /** What can be left here to be recycled. */
  collects?: readonly ('batteries' | 'bulbs' | 'devices')[];
  urgent?: { text: string; phone?: string; url?: string };
  mediator?: Mediator;
  website?: string;
  /** Page of the service in the public directory. */
  directoryUrl?: string;
  /** Day these facts were last checked, `YYYY-MM-DD`. */
  updated?: string;
};

/** What could not be read, or was mended while reading, so that a team can correct its record. */
export type ContactFault = {
  /** Path of the field, e.g. `plage_ouverture[2].valeur_heure_fin_1`, `phones[0].number`. */
  field: string;
  /** The text as it came, cut at 200 characters. */
  value: string;
  /** Why, as a key a program can sort on, e.g. `end-before-start`. */
  why: string;
};
