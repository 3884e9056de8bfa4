/** One builder per state of the card: its data, and the instant at which it is looked at. All of it is made up. */
import type { Contact, Schedule } from '@spplus/domain/contact';

export interface CardState {
  /** Data as it would come from a file: not always sound. */
  record: unknown;
  /** UTC, as `2026-11-24T09:00:00Z`. A Tuesday, unless said otherwise. */
  at: string;
}

const everyDay = ['mo', 'tu', 'we', 'th', 'fr'] as const;

/** 8 h 30 to noon, 13 h 30 to 17 h. */
export const officeHours: Schedule = { week: [{ days: everyDay, hours: ['08:30-12:00', '13:30-17:00'] }] };

export const someContact = (more: Partial<Contact> = {}): Contact => ({
  name: 'Mairie de Valbrune',
  insee: '21999',
  counter: officeHours,
  phones: [{ number: '03 53 01 00 10', purpose: 'Accueil' }],
  ...more,
});

/** Everything that a contact file can say. Numbers are among those kept for fiction by Arcep. */
export const fullContact = (): Contact => ({
  name: 'Mairie de Valbrune',
  runBy: 'local',
  insee: '21999',
  counter: {
    week: [
      { days: ['mo', 'tu', 'th', 'fr'], hours: ['08:30-12:00', '13:30-17:00'] },
      { days: ['we'], hours: ['08:30-12:00'] },
      { days: ['we'], hours: ['14:00-18:00'], appointment: true },
      { days: ['sa'], hours: ['09:00-12:00'], nth: [1, 3], note: 'état civil seulement' },
      { days: ['th'], hours: ['17:00-19:00'], weeks: 'even' },
    ],
    seasons: [
      { name: 'Horaires d’été', from: '07-01', to: '08-31', week: [{ days: everyDay, hours: ['08:30-13:00'] }] },
    ],
    exceptions: [
      { from: '2026-12-04', hours: ['08:30-12:00'], reason: 'Après-midi de formation' },
      { from: '2026-12-24', to: '2027-01-02', reason: 'Congés de fin d’année' },
    ],
    busy: [{ days: ['mo', 'fr'], hours: ['08:30-10:00'] }],
    quiet: [{ days: ['tu', 'th'], hours: ['13:30-15:30'] }],
    note: 'Passeports et cartes d’identité : prenez rendez-vous.',
  },
  telephone: officeHours,
  phones: [
    { number: '03 53 01 00 10', purpose: 'Accueil, toutes demandes', directAgent: true, abroad: '+33 3 53 01 00 10' },
    { number: '0 800 999 999', purpose: 'Collecte des déchets' },
    { number: '3699', purpose: 'Urbanisme', price: 'normal', priceText: '0,05 € la minute' },
  ],
  accessiblePhone: {
    provider: 'Relais de Valbrune',
    url: 'https://valbrune.example/relais',
    modes: ['lsf', 'lfpc', 'ttrp'],
  },
  emails: [{ address: 'accueil@valbrune.example', purpose: 'Toutes demandes', answerIn: 'sous 5 jours ouvrés' }],
  forms: [
    { url: 'https://valbrune.example/etat-civil', purpose: 'Demander un acte d’état civil', answerIn: 'sous 3 jours' },
  ],
  visitAddress: { lines: ['1 place de la Mairie'], postcode: '21999', city: 'Valbrune', lat: 47.3, lon: 5.04 },
  postalAddress: { lines: ['Mairie de Valbrune', 'BP 12'], postcode: '21998', city: 'Valbrune Cedex' },
  access: {
    transport: [
      { mode: 'bus', line: '3', stop: 'Mairie', walk: 2 },
      { mode: 'train', stop: 'Gare de Valbrune', walk: 10 },
    ],
    bikes: { places: 12, secure: true, note: 'dans la cour' },
    scooters: { secure: true },
    cars: { places: 40, note: 'gratuit une heure' },
    disabled: { places: 1, note: 'devant l’entrée' },
    entrance: 'Porte principale, sous l’horloge',
    wheelchair: 'on-request',
    wheelchairNote: 'Sonnez à l’interphone : un agent installe la rampe.',
  },
  appointment: {
    url: 'https://valbrune.example/rendez-vous',
    phone: '03 53 01 00 10',
    modes: ['site', 'phone', 'video'],
    note: 'Comptez 20 minutes.',
  },
  onSiteHelp: 'Un agent vous aide à faire vos démarches en ligne, le mardi matin.',
  languages: ['fr', 'en', 'de', 'fsl'],
  collects: ['batteries', 'bulbs', 'devices'],
  urgent: { text: 'Un élu est d’astreinte la nuit et le week-end.', phone: '03 53 01 00 99' },
  mediator: { name: 'Médiatrice de la ville', url: 'https://valbrune.example/mediation', note: 'C’est gratuit.' },
  website: 'https://valbrune.example',
  directoryUrl: 'https://valbrune.example/annuaire',
  updated: '2026-11-02',
});

const place = (name: string, lat: number, lon: number, more: Partial<Contact> = {}): Contact =>
  someContact({ name, visitAddress: { lines: ['1 rue de l’Essai'], city: 'Valbrune', lat, lon }, ...more });

/** A record as the directory’s API gives it, with JSON in its texts; the comment changes whether the office is open. */
export const conditionalRecord = {
  nom: 'Mairie - Petitval',
  code_insee_commune: '21998',
  plage_ouverture: JSON.stringify([
    {
      nom_jour_debut: 'Lundi',
      nom_jour_fin: 'Vendredi',
      valeur_heure_debut_1: '09:00:00',
      valeur_heure_fin_1: '12:00:00',
      valeur_heure_debut_2: '',
      valeur_heure_fin_2: '',
      commentaire: 'selon la présence de la secrétaire',
    },
  ]),
  telephone: JSON.stringify([{ valeur: '03 53 01 00 20', description: '' }]),
};

const tuesdayAt = (time: string): string => `2026-11-24T${time}:00Z`;
const withCounter = (more: Partial<Schedule>): Contact => someContact({ counter: { ...officeHours, ...more } });

export const cardStates = {
  'everything known': () => ({ record: fullContact(), at: tuesdayAt('09:00') }),
  open: () => ({ record: someContact(), at: tuesdayAt('09:00') }),
  'closes soon': () => ({ record: someContact(), at: tuesdayAt('15:45') }),
  'opens later today': () => ({ record: someContact(), at: tuesdayAt('11:30') }),
  'opens tomorrow': () => ({ record: someContact(), at: tuesdayAt('18:00') }),
  'opens on Monday': () => ({ record: someContact(), at: '2026-11-28T10:00:00Z' }),
  'closed by an exception': () => ({
    record: withCounter({ exceptions: [{ from: '2026-11-24', to: '2026-12-08', reason: 'Travaux' }] }),
    at: tuesdayAt('09:00'),
  }),
  'closed on a public holiday': () => ({ record: someContact(), at: '2026-12-25T09:00:00Z' }),
  'closed until further notice': () => ({
    record: someContact({ counter: { week: [{ days: everyDay, hours: [] }] } }),
    at: tuesdayAt('09:00'),
  }),
  'by appointment': () => ({
    record: someContact({ counter: { week: [{ days: everyDay, hours: ['09:00-12:00'], appointment: true }] } }),
    at: tuesdayAt('09:00'),
  }),
  'opens by appointment': () => ({
    record: someContact({ counter: { week: [{ days: everyDay, hours: ['09:00-12:00'], appointment: true }] } }),
    at: tuesdayAt('12:00'),
  }),
  conditional: () => ({ record: conditionalRecord, at: tuesdayAt('09:00') }),
  'opens under conditions': () => ({ record: conditionalRecord, at: tuesdayAt('12:00') }),
  'hours unknown': () => ({
    record: { name: 'Mairie de Petitval', phones: [{ number: '03 53 01 00 20' }] },
    at: tuesdayAt('09:00'),
  }),
  'telephone only': () => {
    const { counter: telephone, ...rest } = someContact();
    return { record: { ...rest, telephone }, at: tuesdayAt('09:00') };
  },
  'overseas office': () => ({
    record: someContact({ name: 'Caf de La Réunion, accueil d’essai', insee: '97411' }),
    at: tuesdayAt('05:00'),
  }),
  'open past midnight': () => ({
    record: someContact({ counter: { week: [{ days: ['tu'], hours: ['20:00-02:00'] }] } }),
    at: tuesdayAt('23:45'),
  }),
  'in summer': () => ({ record: fullContact(), at: '2026-07-15T10:00:00Z' }),
  'only a name': () => ({ record: { name: 'Service sans horaires' }, at: tuesdayAt('09:00') }),
  'several places': () => ({
    record: [
      place('Mairie', 47.3, 5.04, { counter: { week: [{ days: ['mo'], hours: ['09:00-12:00'] }] } }),
      place('Annexe du Lac', 47.31, 5.1),
      place('Annexe des Prés', 47.29, 5.0, {
        counter: { week: [{ days: everyDay, hours: ['09:00-12:00'], appointment: true }] },
      }),
    ],
    at: tuesdayAt('09:00'),
  }),
  'partly unreadable': () => ({
    record: {
      ...fullContact(),
      phones: 'au 03…',
      emails: [{ address: 12 }],
      counter: { week: [{ days: ['lundi'], hours: [] }] },
    },
    at: tuesdayAt('09:00'),
  }),
  unreadable: () => ({ record: { nothing: true }, at: tuesdayAt('09:00') }),
} as const satisfies Record<string, () => CardState>;

export type CardStateName = keyof typeof cardStates;
