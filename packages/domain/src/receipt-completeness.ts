/**
 * What a receipt lacks of what the code des relations entre le public et l’administration wants in it: art. R112-11-1 and
 * R112-11-4 for a demand sent by electronic means, R112-5 for the others. An incomplete receipt leaves the limits of appeal
 * without effect (L112-6, L112-12).
 */
import { parseDay } from './civil-date.ts';

export type Receipt = {
  readonly channel: 'electronic' | 'post' | 'counter' | 'phone';
  /** `declaration` for what asks for nothing: a declaration, a document, a payment. */
  readonly of?: 'demand' | 'declaration';
  /** Reception of what was sent, `YYYY-MM-DD`. */
  readonly receivedOn?: string;
  /** Service in charge of the demand. */
  readonly service?: {
    readonly name?: string;
    readonly email?: string;
    /** On one line or several. */
    readonly postalAddress?: string;
    readonly phone?: string;
  };
  /** What the receipt says of silence; `none` where it says that silence is worth no decision. */
  readonly silence?: 'accept' | 'reject' | 'none';
  /** Day on which the demand counts as decided, failing an express decision, `YYYY-MM-DD`. */
  readonly deemedOn?: string;
  /** Does it say that this day holds provided the demand is complete? */
  readonly saysIfComplete?: boolean;
  /** Does it say that one may ask for an attestation of the acceptance (L232-3)? */
  readonly saysAttestation?: boolean;
  /** Limits and routes of appeal, in the words of the receipt. */
  readonly appeal?: { readonly limits?: string; readonly routes?: string };
  /** What the demand lacks, if anything. */
  readonly missing?: {
    readonly pieces: readonly string[];
    /** Last day to supply it, `YYYY-MM-DD`. */
    readonly limit?: string;
    /** Does it say what the request does to the delay of the decision (L114-5)? */
    readonly saysEffect?: boolean;
  };
};

export type Shortfall = {
  /** Path of the field that lacks, e.g. `service.phone`. */
  readonly field: string;
  /** `missing`: against the law. `check`: wanted only where it exists, which the receipt cannot tell. */
  readonly level: 'missing' | 'check';
  /** As one cites it. */
  readonly article: string;
  /** In French, for the service that writes the receipt. */
  readonly message: string;
};

type Requirement = {
  readonly field: string;
  readonly message: string;
  readonly isMet: (receipt: Receipt) => boolean;
  /** Is it asked of this receipt? Of all where absent. */
  readonly when?: (receipt: Receipt) => boolean;
  readonly level?: Shortfall['level'];
  /** Does it come from the article on missing pieces? */
  readonly isOfPieces?: true;
};

const isDay = (text: string | undefined) => text !== undefined && parseDay(text) !== undefined;
const isText = (text: string | undefined) => Boolean(text?.trim());
const isElectronic = ({ channel }: Receipt) => channel === 'electronic';
const isDemand = ({ of = 'demand' }: Receipt) => of === 'demand';
const isDecidedBySilence = (receipt: Receipt) =>
  isDemand(receipt) && (receipt.silence === 'accept' || receipt.silence === 'reject');
const isIncomplete = ({ missing }: Receipt) => missing !== undefined;

const requirements: readonly Requirement[] = [
  {
    field: 'receivedOn',
    message: 'Indiquez la date de réception.',
    isMet: ({ receivedOn }) => isDay(receivedOn),
  },
  {
    field: 'service.name',
    message: 'Indiquez le service chargé du dossier.',
    isMet: ({ service }) => isText(service?.name),
  },
  {
    field: 'service.phone',
    message: 'Indiquez le numéro de téléphone du service.',
    isMet: ({ service }) => isText(service?.phone),
  },
  {
    field: 'service.email',
    message: 'Indiquez l’adresse électronique ou l’adresse postale du service.',
    when: isElectronic,
    isMet: ({ service }) => isText(service?.email) || isText(service?.postalAddress),
  },
  {
    field: 'service.postalAddress',
    message: 'Indiquez l’adresse postale du service.',
    when: (receipt) => !isElectronic(receipt),
    isMet: ({ service }) => isText(service?.postalAddress),
  },
  {
    field: 'service.email',
    message: 'Si le service a une adresse électronique, indiquez-la.',
    when: (receipt) => !isElectronic(receipt),
    isMet: ({ service }) => isText(service?.email),
    level: 'check',
  },
  {
    field: 'silence',
    message: 'Dites si le silence de l’administration vaut acceptation ou rejet, ou s’il ne vaut pas décision.',
    when: isDemand,
    isMet: ({ silence }) => silence !== undefined,
  },
  {
    field: 'deemedOn',
    message: 'Indiquez la date à laquelle, sans réponse, la demande est réputée acceptée ou rejetée.',
    when: isDecidedBySilence,
    isMet: ({ deemedOn }) => isDay(deemedOn),
  },
  {
    field: 'saysIfComplete',
    message: 'Précisez que cette date vaut si la demande est complète.',
    when: (receipt) => isElectronic(receipt) && isDecidedBySilence(receipt),
    isMet: ({ saysIfComplete }) => saysIfComplete === true,
  },
  {
    field: 'saysAttestation',
    message: 'Dites que l’usager peut demander une attestation de la décision d’acceptation (art. L232-3).',
    when: (receipt) => isDecidedBySilence(receipt) && receipt.silence === 'accept',
    isMet: ({ saysAttestation }) => saysAttestation === true,
  },
  {
    field: 'appeal.limits',
    message: 'Indiquez les délais de recours contre la décision de rejet.',
    when: (receipt) => isDecidedBySilence(receipt) && receipt.silence === 'reject',
    isMet: ({ appeal }) => isText(appeal?.limits),
  },
  {
    field: 'appeal.routes',
    message: 'Indiquez les voies de recours contre la décision de rejet.',
    when: (receipt) => isDecidedBySilence(receipt) && receipt.silence === 'reject',
    isMet: ({ appeal }) => isText(appeal?.routes),
  },
  {
    field: 'missing.pieces',
    message: 'Donnez la liste des pièces et informations qui manquent.',
    when: isIncomplete,
    isMet: ({ missing }) => missing?.pieces.some(isText) === true,
    isOfPieces: true,
  },
  {
    field: 'missing.limit',
    message: 'Fixez la date limite pour fournir ce qui manque.',
    when: isIncomplete,
    isMet: ({ missing }) => isDay(missing?.limit),
    isOfPieces: true,
  },
  {
    field: 'missing.saysEffect',
    message: 'Dites ce que devient le délai de décision en attendant ces pièces.',
    when: isIncomplete,
    isMet: ({ missing }) => missing?.saysEffect === true,
    isOfPieces: true,
  },
];

/** What a receipt lacks, in the order in which it is written; nothing of a complete one. */
export function receiptShortfalls(receipt: Receipt): Shortfall[] {
  const [own, pieces] = isElectronic(receipt) ? ['R112-11-1', 'R112-11-4 et L114-5'] : ['R112-5', 'R112-5 et L114-5'];
  return requirements
    .filter(({ when, isMet }) => (when?.(receipt) ?? true) && !isMet(receipt))
    .map(({ field, level = 'missing', isOfPieces, message }) => ({
      field,
      level,
      article: `CRPA, art. ${isOfPieces ? pieces : own}`,
      message,
    }));
}

/** Are the limits of appeal without effect because of what the receipt lacks (L112-6, L112-12)? */
export const isReceiptIncomplete = (receipt: Receipt): boolean =>
  receiptShortfalls(receipt).some(({ level }) => level === 'missing');
