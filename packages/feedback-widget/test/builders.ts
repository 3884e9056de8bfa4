/** One builder per state of the form, with the way of asking it belongs to: stories, axe runs and tests walk `formStates`. */
import type { Service } from '@spplus/contract/service';
import { findPersonalData } from '@spplus/domain/personal-data';
import type { FeedbackMode } from '../src/feedback-part.ts';
import { noAnswers, type Answers, type TextName } from '../src/form/answers.ts';
import { begin, faultsOf, type Delivery, type Receipt, type State, type Step } from '../src/form/feedback-form.ts';

export interface Shown {
  mode: FeedbackMode;
  state: State;
}

export const aReceipt: Receipt = {
  reference: 'A7K3-M9QX',
  secret: '0123-4567-89AB-CDEF-GHJK',
  answerBy: '2026-12-08T16:50:00.000Z',
  emailErasedAt: '2027-02-23T16:50:00.000Z',
  erasedAt: '2028-11-23T16:50:00.000Z',
};

export const aService: Service = {
  id: 'mairie-exemple',
  name: 'Mairie de Valmont-sur-Seille',
  contactUrl: 'https://ville.example/contact',
  scale: 'three',
  procedures: ['Carte d’identité', 'Passeport'],
  tags: ['Accueil', 'Délais'],
  answerDays: 15,
  keepEmailDays: 90,
  keepDays: 730,
  proofOfWork: false,
};

export const someAnswers = (changes: Partial<Answers> = {}): Answers => ({
  ...noAnswers,
  ratings: { overall: 1 },
  ...changes,
});

export const aStory: Partial<Answers> = {
  title: 'Une attente trop longue',
  happened: 'J’ai attendu deux heures au guichet.',
  wentWell: 'L’accueil a été aimable.',
  wentBadly: 'Personne ne savait quand mon tour viendrait.',
};

const everything: Partial<Answers> = {
  ...aStory,
  date: '2026-11',
  procedure: 'Passeport',
  channels: ['counter', 'phone'],
  tags: ['Délais'],
  speaker: 'relative',
  pseudonym: 'Camomille',
  email: 'personne@example.fr',
  publish: true,
};

export const saved: Delivery = { status: 'saved', awaited: false };
const offline = (awaited: boolean): Delivery => ({ status: 'failed', awaited, trouble: { kind: 'offline' } });

type Open = Exclude<State, { view: 'receipt' }>;
type Changes = Partial<Omit<Open, 'view' | 'step' | 'faults'>>;

export const asking = (
  mode: FeedbackMode,
  step: Step,
  { answers = someAnswers(), ...changes }: Changes = {},
): Shown & { state: Open } => ({
  mode,
  state: { ...(begin({ answers, mode }) as Open), view: 'asking', step, faults: [], delivery: saved, ...changes },
});

/** At a step, after the person tried to go on with something to mend. */
const faulty = (mode: FeedbackMode, step: Step, answers: Answers): Shown => {
  const { state } = asking(mode, step, { answers });
  return { mode, state: { ...state, view: 'asking', step, faults: faultsOf(step, answers, mode) } };
};

export const checking = (mode: FeedbackMode, answers: Answers, delivery: Delivery = saved): Shown => ({
  mode,
  state: { ...asking(mode, 'details', { answers }).state, view: 'checking', delivery },
});

const withFindings = (name: TextName, text: string, changes: Changes = {}): Shown =>
  asking('experience', 'story', {
    answers: someAnswers({ ...aStory, [name]: text }),
    findings: { [name]: findPersonalData(text) },
    service: aService,
    ...changes,
  });

const email = 'personne@example.fr';

export const formStates = {
  'first question': () => ({ mode: 'inline', state: begin({ answers: noAnswers, mode: 'inline' }) }),
  'first gesture on its way': () => asking('inline', 'details', { delivery: { status: 'sending', awaited: false } }),
  'first gesture received': () => asking('inline', 'details'),
  'first gesture not sent yet': () => asking('inline', 'details', { delivery: offline(false) }),
  'draft brought back': () =>
    asking('inline', 'details', { answers: someAnswers({ comment: 'J’ai attendu.' }), restored: true }),
  'e-mail to complete': () => faulty('inline', 'details', someAnswers({ email: 'personne@' })),
  'page not useful': () => asking('page', 'details', { answers: someAnswers({ ratings: { page: 1 } }) }),
  'page useful': () => asking('page', 'details', { answers: someAnswers({ ratings: { page: 2 } }) }),
  'experience: the service': () => asking('experience', 'details', { service: aService }),
  'experience: the service, without its lists': () => asking('experience', 'details'),
  'experience: the story': () => asking('experience', 'story', { service: aService }),
  'story to complete': () => faulty('experience', 'story', someAnswers({ wentBadly: 'L’attente.' })),
  'personal data found': () => withFindings('happened', `Rappelez-moi au 06 12 34 56 78 ou à ${email}.`),
  'a name found': () => withFindings('happened', 'Madame Durand ne m’a pas répondu.'),
  'personal data masked': () =>
    withFindings('happened', 'Rappelez-moi au [numéro de téléphone].', {
      unmasked: { field: 'happened', text: 'Rappelez-moi au 06 12 34 56 78.' },
    }),
  'near the end of a field': () => asking('experience', 'story', { answers: someAnswers({ title: 'T'.repeat(115) }) }),
  'experience: the person': () => asking('experience', 'person'),
  'experience: the person, with a story': () => asking('experience', 'person', { answers: someAnswers(everything) }),
  check: () => checking('experience', someAnswers(everything)),
  'check of a short opinion': () => checking('inline', someAnswers({ comment: 'Merci.', email })),
  'device at work for its proof': () =>
    checking('experience', someAnswers(everything), { status: 'proving', awaited: true }),
  'opinion on its way': () => checking('experience', someAnswers(everything), { status: 'sending', awaited: true }),
  'opinion not sent yet': () => checking('experience', someAnswers(everything), offline(true)),
  'opinion being corrected': () =>
    asking('experience', 'details', {
      answers: someAnswers(everything),
      correcting: true,
      delivery: { status: 'unsent', awaited: false },
    }),
  receipt: () => ({ mode: 'experience', state: { view: 'receipt', receipt: aReceipt, copied: undefined } }),
  'receipt copied': () => ({ mode: 'inline', state: { view: 'receipt', receipt: aReceipt, copied: 'receipt' } }),
  'receipt of a page': () => ({ mode: 'page', state: { view: 'receipt', receipt: aReceipt, copied: undefined } }),
} as const satisfies Record<string, () => Shown>;
