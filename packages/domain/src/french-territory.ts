/** Where an INSEE code of a commune lies: its time zone and its list of public holidays. */

/** The thirteen zones of the official list of public holidays (etalab/jours-feries-france-data). */
export type Territory =
  | 'metropole'
  | 'alsace-moselle'
  | 'guadeloupe'
  | 'guyane'
  | 'la-reunion'
  | 'martinique'
  | 'mayotte'
  | 'nouvelle-caledonie'
  | 'polynesie-francaise'
  | 'saint-barthelemy'
  | 'saint-martin'
  | 'saint-pierre-et-miquelon'
  | 'wallis-et-futuna';

/** By the three first characters of the code: zone of the IANA database (`zone.tab`) and territory. */
const overseas: Readonly<Record<string, readonly [zone: string, territory?: Territory]>> = {
  971: ['America/Guadeloupe', 'guadeloupe'],
  972: ['America/Martinique', 'martinique'],
  973: ['America/Cayenne', 'guyane'],
  974: ['Indian/Reunion', 'la-reunion'],
  975: ['America/Miquelon', 'saint-pierre-et-miquelon'],
  976: ['Indian/Mayotte', 'mayotte'],
  977: ['America/St_Barthelemy', 'saint-barthelemy'],
  978: ['America/Marigot', 'saint-martin'],
  984: ['Indian/Kerguelen'],
  986: ['Pacific/Wallis', 'wallis-et-futuna'],
  987: ['Pacific/Tahiti', 'polynesie-francaise'],
  988: ['Pacific/Noumea', 'nouvelle-caledonie'],
};

/** IANA zone of a commune; `Europe/Paris` where the code is not known. */
export function zoneOf(insee = ''): string {
  // One prefix, three zones: the six communes of the Marquesas and Gambier (numbers of decree 2007-1886) leave Tahiti’s.
  if (/^987(18|23|31|46|56|57)/.test(insee)) return 'Pacific/Marquesas';
  if (insee.startsWith('98719')) return 'Pacific/Gambier';
  return overseas[insee.slice(0, 3)]?.[0] ?? 'Europe/Paris';
}

/** Zone of the official list of public holidays of a commune; `metropole` where the code is not known. */
export const territoryOf = (insee = ''): Territory =>
  /^(57|67|68)/.test(insee) ? 'alsace-moselle' : (overseas[insee.slice(0, 3)]?.[1] ?? 'metropole');
