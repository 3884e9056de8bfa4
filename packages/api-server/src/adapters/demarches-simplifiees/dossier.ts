/**
 * A dossier as the GraphQL API of Démarches simplifiées (demarche.numerique.gouv.fr) answers it: what the tracker needs of
 * type `Dossier` in its `app/graphql/schema.graphql` (github.com/demarche-numerique/demarche.numerique.gouv.fr). Names,
 * annotations, form fields and the contents of opinions are not asked for.
 */
import { z } from 'zod';
import { listOf, optionalObject, optionalText, rawInstant, text } from '../tolerant.ts';

const Traitement = z.object({
  id: optionalText,
  event: optionalText,
  dateTraitement: rawInstant,
  motivation: optionalText,
});

const Message = z.object({
  id: text,
  body: optionalText,
  createdAt: rawInstant,
  discardedAt: rawInstant,
  email: optionalText,
  correction: optionalObject({ reason: optionalText, dateResolution: rawInstant }),
});

const Avis = z.object({ id: text, dateQuestion: rawInstant, dateReponse: rawInstant });

export const Dossier = z.object({
  number: z.union([z.number().int(), z.string().regex(/^\d+$/)]).transform(String),
  state: optionalText,
  dateDepot: rawInstant,
  datePassageEnConstruction: rawInstant,
  datePassageEnInstruction: rawInstant,
  dateTraitement: rawInstant,
  dateDerniereModification: rawInstant,
  dateExpiration: rawInstant,
  dateSuppressionParUsager: rawInstant,
  dateSuppressionParAdministration: rawInstant,
  dateDerniereCorrectionEnAttente: rawInstant,
  datePrevisionnelleDecisionSVASVR: rawInstant,
  dateTraitementSVASVR: rawInstant,
  dateAccuseLectureAgreement: rawInstant,
  motivation: optionalText,
  attestation: optionalObject({ filename: optionalText }),
  /** Only tells which messages are of the user. */
  usager: optionalObject({ email: optionalText }),
  traitements: listOf(Traitement),
  messages: listOf(Message),
  avis: listOf(Avis),
});

export type Dossier = z.output<typeof Dossier>;
export type Traitement = z.output<typeof Traitement>;
export type Message = z.output<typeof Message>;

const wanted = `number state dateDepot datePassageEnConstruction datePassageEnInstruction dateTraitement
  dateDerniereModification dateExpiration dateSuppressionParUsager dateSuppressionParAdministration
  dateDerniereCorrectionEnAttente datePrevisionnelleDecisionSVASVR dateTraitementSVASVR motivation
  attestation { filename }
  usager { email }
  traitements { id event dateTraitement motivation }
  messages { id body createdAt discardedAt email correction { reason dateResolution } }
  avis { id dateQuestion dateReponse }`;

/** An instance without acknowledgements of reading refuses the whole question that names their date. */
export const dossierQuery = (hasReadingNotice: boolean): string =>
  `query suivi($number: Int!) { dossier(number: $number) { ${wanted}${hasReadingNotice ? ' dateAccuseLectureAgreement' : ''} } }`;

export const changedQuery = `query changements($number: Int!, $since: ISO8601DateTime!, $after: String) {
  demarche(number: $number) {
    dossiers(first: 100, after: $after, updatedSince: $since) { pageInfo { hasNextPage endCursor } nodes { number } }
  }
}`;
