/**
 * Answers in the shape of `Folder`, `Case` and `Event` in the public description of the HubEE API (Documentations
 * Techniques/Swagger/api_folder_v1.2.7.yaml of github.com/dinum-HubEE/Documentations), written for these tests.
 */
export type Entry = Record<string, unknown>;

const uuid = (rank: number) => `00000000-0000-4000-8000-${String(rank).padStart(12, '0')}`;
export const folderId = uuid(1);
export const caseIds = [uuid(11), uuid(12)] as const;
const osl = { type: 'OSL', companyRegister: '13000000000019', branchCode: 'SP' };
const si = { type: 'SI', companyRegister: '21570463000012', branchCode: '57463' };

let made = 100;
/** From the software of the recipient, unless said otherwise. */
export const event = (day: string, actionType: string | null, more: Entry = {}): Entry => ({
  id: uuid((made += 1)),
  transmitter: si,
  message: null,
  comment: 'Interne : foyer déjà connu',
  actionType,
  author: 'George DUBOIS',
  notification: true,
  createDateTime: `2026-03-${day}T09:00:00.000+01:00`,
  updateDateTime: `2026-03-${day}T09:00:05.000+01:00`,
  status: 'RECEIVED',
  caseCurrentStatus: null,
  caseNewStatus: null,
  partnerAttributes: 'statut=17;type=SIGNALEMENT',
  attachments: [],
  ...more,
});
export const moves = (day: string, caseNewStatus: string, more: Entry = {}) =>
  event(day, 'STATUS_UPDATE', { caseNewStatus, message: `passage du télédossier à ${caseNewStatus}`, ...more });
export const deposit = (day: string, more: Entry = {}) => event(day, 'ATTACH_DEPOSIT', { transmitter: osl, ...more });

export const oneCase = (status: string | null, events: unknown, more: Entry = {}): Entry => ({
  id: caseIds[0],
  status,
  recipient: si,
  externalId: 'DGS-RSA-0000000000001-01',
  processCode: 'RSA',
  createDateTime: '2026-03-02T10:00:00.000+01:00',
  transmissionDateTime: '2026-03-02T10:05:00.000+01:00',
  updateDateTime: '2026-03-20T10:00:00.000+01:00',
  closeDateTime: null,
  applicant: { firstName: 'Camille', lastName: 'MARTIN', email: 'camille.martin@example.org' },
  events,
  ...more,
});
export const folder = (cases: unknown, more: Entry = {}): Entry => ({
  id: folderId,
  globalStatus: 'HUBEE_COMPLETED',
  processCode: 'RSA',
  createDateTime: '2026-03-02T10:00:00.000+01:00',
  updateDateTime: '2026-03-02T10:10:00.000+01:00',
  closeDateTime: null,
  externalId: 'DGS-RSA-0000000000001',
  applicant: { firstName: 'Camille', lastName: 'MARTIN', email: 'camille.martin@example.org' },
  attachments: [],
  cases,
  ...more,
});
