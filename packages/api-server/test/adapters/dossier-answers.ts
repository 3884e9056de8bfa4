/**
 * Answers in the shape of `Dossier`, `Traitement`, `Message`, `Correction` and `Avis` in the public schema of Démarches
 * simplifiées (app/graphql/schema.graphql of github.com/demarche-numerique/demarche.numerique.gouv.fr), written for these tests.
 */
import { Dossier } from '../../src/adapters/demarches-simplifiees/dossier.ts';
import { mapDossier, type DossierOptions } from '../../src/adapters/demarches-simplifiees/map-dossier.ts';

export type Entry = Record<string, unknown>;
let made = 0;
export const traitement = (event: string, dateTraitement: unknown, more: Entry = {}): Entry => ({
  id: `VHJhaXRlbWVudC0${(made += 1)}`,
  event,
  dateTraitement,
  motivation: null,
  emailAgentTraitant: 'agent@prefecture.example',
  ...more,
});
export const message = (id: string, createdAt: unknown, body: string, more: Entry = {}): Entry => ({
  id,
  createdAt,
  body,
  discardedAt: null,
  email: 'agent@prefecture.example',
  correction: null,
  ...more,
});
export const filed = traitement('depose', '2026-03-02T10:00:00+01:00');
export const reviewed = traitement('passe_en_instruction', '2026-03-10T09:30:00+01:00');
export const dossier = (more: Entry = {}): Entry => ({
  number: 1234567,
  id: 'RG9zc2llci0xMjM0NTY3',
  state: 'en_construction',
  archived: false,
  dateDepot: '2026-03-02T10:00:00+01:00',
  datePassageEnConstruction: '2026-03-02T10:00:00+01:00',
  datePassageEnInstruction: null,
  dateTraitement: null,
  dateDerniereModification: '2026-03-02T10:00:00+01:00',
  dateExpiration: null,
  dateDerniereCorrectionEnAttente: null,
  datePrevisionnelleDecisionSVASVR: null,
  dateTraitementSVASVR: null,
  motivation: null,
  attestation: null,
  usager: { email: 'Camille.Martin@example.org' },
  traitements: [filed],
  messages: [],
  avis: [],
  annotations: [{ id: 'Q2hhbXAtMQ==', label: 'Contrôle', stringValue: 'fraude possible' }],
  ...more,
});
export const read = (more: Entry = {}, options: DossierOptions = {}) =>
  mapDossier(Dossier.parse(dossier(more)), options);
