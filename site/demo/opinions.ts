/**
 * What the people of the fictional town said, and what the town hall answered. Nobody exists. Dates are counted back from
 * the day of the first start, so that the page never looks abandoned.
 */
import type { AnswerDraft } from '@spplus/contract/answer';
import type { RefusalReason } from '@spplus/contract/moderation';
import type { Channel, Opinion, Rating, Story } from '@spplus/contract/opinion';

export interface SeededOpinion {
  /** Age in days. */
  daysAgo: number;
  opinion: Opinion;
  decision?: { accept: true } | { refuse: RefusalReason; message: string };
  /** Given `after` days after the opinion. */
  answer?: AnswerDraft & { after: number; useful?: boolean };
}

const four = (values: Partial<Record<Rating['question'], 1 | 2 | 3 | 4>>): Rating[] =>
  Object.entries(values).map(([question, value]) => ({
    question: question as Rating['question'],
    scale: 'four',
    value,
  }));

type Rest = Partial<Omit<Opinion, 'ratings' | 'story'>>;
type Details = Pick<Story, 'wentWell' | 'wentBadly'>;

function told(ratings: Rating[], title: string, happened: string, rest: Rest = {}, details: Details = {}): Opinion {
  return { ratings, story: { title, happened, ...details }, publish: true, language: 'fr', ...rest };
}

const by = (...channels: Channel[]) => ({ channels });
const welcome = 'Sofia, pour l’équipe de l’accueil';
const civil = 'Le service de l’état civil';

export const seededOpinions: readonly SeededOpinion[] = [
  {
    daysAgo: 2,
    opinion: told(
      four({ overall: 4, relation: 4, effort: 4 }),
      'Carte d’identité refaite en vingt minutes',
      'J’avais préparé ma demande en ligne. L’agente a tout vérifié avec moi, et elle m’a expliqué comment serait livré le SMS. Je suis ressortie vingt minutes plus tard.',
      { procedure: 'Carte d’identité', pseudonym: 'Nadia', ...by('counter', 'online') },
    ),
    decision: { accept: true },
    answer: {
      after: 1,
      body: 'Bonjour, merci beaucoup. Nous transmettons votre mot à la collègue qui vous a reçue : cela lui fera très plaisir.',
      signature: welcome,
      outcome: 'explained',
      useful: true,
    },
  },
  {
    daysAgo: 5,
    opinion: told(
      four({ overall: 2, access: 1, delay: 2 }),
      'Injoignable le lundi matin',
      'J’ai appelé quatre fois un lundi matin avant d’avoir quelqu’un. La personne était très aimable, mais j’ai perdu une demi-journée pour connaître les horaires de la déchèterie.',
      { pseudonym: 'Un habitant des Salines', ...by('phone') },
    ),
    decision: { accept: true },
    answer: {
      after: 4,
      body: 'Bonjour, vous avez raison : le lundi, nous recevions trois fois plus d’appels que les autres jours. Depuis ce mois-ci, deux agents répondent le lundi matin. Les horaires de la déchèterie sont maintenant dans le message d’attente.',
      signature: welcome,
      outcome: 'fixed',
      useful: true,
    },
  },
  {
    daysAgo: 9,
    opinion: told(
      four({ overall: 3, effort: 2 }),
      'Inscription à la cantine : trop de papiers',
      'Le personnel est accueillant. Mais on m’a demandé trois fois le même justificatif de domicile : pour la cantine, pour la garderie et pour le centre de loisirs.',
      { procedure: 'Inscription à la cantine', ...by('counter', 'email') },
      { wentWell: 'L’accueil, et la réponse rapide à mon courriel.', wentBadly: 'Donner trois fois le même papier.' },
    ),
    decision: { accept: true },
    answer: {
      after: 6,
      body: 'Bonjour, merci pour cette remarque, que plusieurs parents nous ont faite. À la prochaine rentrée, un seul dossier servira pour la cantine, la garderie et le centre de loisirs.',
      signature: 'Le service des écoles',
      outcome: 'planned',
    },
  },
  {
    daysAgo: 13,
    opinion: told(
      four({ overall: 4, relation: 4 }),
      'Un vrai accompagnement pour ma mère',
      'Ma mère de 84 ans ne se sert pas d’internet. L’agent a fait la demande d’aide au transport avec elle, sans la presser. Elle était rassurée.',
      { speaker: 'relative', pseudonym: 'Sa fille', ...by('counter') },
    ),
    decision: { accept: true },
    answer: {
      after: 2,
      body: 'Bonjour, merci de votre message. Pour les prochaines démarches, votre mère peut aussi appeler : un agent peut venir chez elle le mardi.',
      signature: 'Le centre communal d’action sociale',
      outcome: 'explained',
      useful: true,
    },
  },
  {
    daysAgo: 18,
    opinion: told(
      four({ overall: 1, delay: 1, effort: 2 }),
      'Six semaines pour un acte de naissance',
      'J’ai demandé un acte de naissance par courrier. Je l’ai reçu six semaines plus tard, après deux relances, et mon dossier de mariage a failli être refusé.',
      { procedure: 'Acte de naissance', ...by('post', 'phone') },
    ),
    decision: { accept: true },
    answer: {
      after: 5,
      body: 'Bonjour, nous vous présentons nos excuses : votre courrier avait été classé avec d’autres demandes. Chaque demande d’acte est maintenant enregistrée le jour où elle arrive. Par internet, la réponse vient en trois jours.',
      signature: civil,
      outcome: 'fixed',
      useful: false,
    },
  },
  {
    daysAgo: 24,
    opinion: told(
      four({ overall: 3, access: 3, relation: 4 }),
      'Friendly, but forms only in French',
      'The staff were kind and tried hard to help me register my address. The form exists only in French, so I had to come back with a friend.',
      { pseudonym: 'Tomás', language: 'en', ...by('counter') },
    ),
    decision: { accept: true },
    answer: {
      after: 7,
      body: 'Bonjour et merci. Thank you: a version in English and in Arabic is now at the front desk, and an interpreter can be called by phone on request.',
      signature: welcome,
      outcome: 'fixed',
    },
  },
  {
    daysAgo: 31,
    opinion: told(
      four({ overall: 2, relation: 2 }),
      'Renvoyé d’un guichet à l’autre',
      'Pour une place de stationnement réservée, on m’a envoyé à la police municipale, qui m’a renvoyé à l’accueil. Personne ne savait qui décidait.',
      { ...by('counter'), tags: ['Orientation'] },
    ),
    decision: { accept: true },
    answer: {
      after: 9,
      body: 'Bonjour, c’est le service de la voirie qui décide. Nous avons écrit une fiche pour que l’accueil et la police municipale donnent la même réponse. Nous avons transmis votre demande.',
      signature: 'La direction générale des services',
      outcome: 'forwarded',
    },
  },
  {
    daysAgo: 40,
    opinion: told(
      four({ overall: 4, effort: 4, delay: 4 }),
      'Passeport prêt plus tôt que prévu',
      'On m’avait annoncé cinq semaines, il est arrivé en trois. Le SMS était clair.',
      { procedure: 'Passeport', pseudonym: 'K.', ...by('counter', 'online') },
    ),
    decision: { accept: true },
  },
  {
    daysAgo: 52,
    opinion: told(
      four({ overall: 3, access: 2 }),
      'La rampe est souvent encombrée',
      'L’accueil est de plain-pied, mais des vélos sont attachés à la rampe presque tous les jours. En fauteuil, je dois attendre que quelqu’un les déplace.',
      by('counter'),
    ),
    decision: { accept: true },
    answer: {
      after: 8,
      body: 'Bonjour, douze arceaux à vélos ont été posés de l’autre côté de la place et la rampe porte maintenant un panneau. Si vous trouvez encore un vélo, appelez l’accueil : nous venons tout de suite.',
      signature: 'Les services techniques',
      outcome: 'fixed',
      useful: true,
    },
  },
  {
    daysAgo: 66,
    opinion: told(
      four({ overall: 4, relation: 4 }),
      'استقبال لطيف',
      'ساعدتني الموظفة في ملء استمارة تسجيل ابني في المدرسة وشرحت لي كل خطوة بهدوء. شكرًا لها.',
      { language: 'ar', ...by('counter') },
    ),
    decision: { accept: true },
    answer: {
      after: 3,
      body: 'شكرًا جزيلًا على رسالتك. نتمنى لابنك عامًا دراسيًا سعيدًا.',
      signature: 'Le service des écoles',
      outcome: 'explained',
      useful: true,
    },
  },
  {
    daysAgo: 80,
    opinion: told(
      four({ overall: 2, delay: 2 }),
      'Pas de créneau avant un mois',
      'Le premier rendez-vous pour une carte d’identité était un mois plus tard, alors que je partais en voyage scolaire avec ma classe.',
      { procedure: 'Carte d’identité', ...by('online') },
    ),
    decision: { accept: true },
    answer: {
      after: 10,
      body: 'Bonjour, l’État fixe le nombre de rendez-vous, nous ne pouvons pas en ajouter. Nous gardons cependant deux créneaux par semaine pour les départs proches : appelez l’accueil avec un justificatif.',
      signature: civil,
      outcome: 'not-possible',
    },
  },
  {
    daysAgo: 97,
    opinion: told(
      four({ overall: 4, relation: 4, access: 4 }),
      'Merci pour le jeudi soir',
      'Je travaille à Metz et je ne pouvais jamais venir. Avec l’ouverture jusqu’à 19 heures, j’ai pu déposer mon dossier d’urbanisme sans poser de congé.',
      { procedure: 'Déclaration de travaux', ...by('counter') },
    ),
    decision: { accept: true },
    answer: {
      after: 4,
      body: 'Bonjour, cet horaire vient de vos avis. Nous le gardons l’an prochain.',
      signature: welcome,
      outcome: 'fixed',
    },
  },
  {
    daysAgo: 1,
    opinion: told(
      four({ overall: 3, effort: 3 }),
      'Site clair, photo refusée',
      'La page sur la carte d’identité est claire. Par contre ma photo a été refusée alors que le photographe m’avait dit qu’elle était conforme.',
      { procedure: 'Carte d’identité', ...by('online', 'counter') },
    ),
  },
  {
    daysAgo: 1,
    opinion: {
      ratings: [{ question: 'page', scale: 'two', value: 1 }],
      comment: 'Il manque le prix du timbre pour un passeport d’enfant.',
      page: '/carte-identite/',
      publish: false,
      language: 'fr',
    },
  },
  {
    daysAgo: 0,
    opinion: told(
      four({ overall: 1, relation: 2 }),
      'Je n’en peux plus',
      'Mon aide au logement est bloquée depuis quatre mois. J’ai appelé partout. Je n’en peux plus, j’ai envie d’en finir.',
      { ...by('phone', 'counter'), publish: false },
    ),
  },
  {
    daysAgo: 3,
    opinion: told(
      four({ overall: 2 }),
      'Attente au guichet',
      'J’ai attendu une heure. Vous pouvez me rappeler au 01 99 00 12 34.',
      by('counter'),
    ),
  },
  {
    daysAgo: 7,
    opinion: told(
      four({ overall: 1 }),
      'Volets en promotion',
      'Changez vos volets à prix cassé avant la fin du mois, devis gratuit, appelez vite notre équipe.',
      by('other'),
    ),
    decision: {
      refuse: 'advertising',
      message: 'Cet espace sert à raconter une démarche avec la mairie. Vous pouvez écrire un autre avis.',
    },
  },
];
