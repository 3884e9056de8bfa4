/**
 * The indicators of commitment 6 of Services Publics+, with their official wording. Three are measured by the administration
 * (`rendered`), the others are answers of people (`perceived`). Texts are French: they are the programme's own words.
 */

/** `lower`: a smaller figure is better. */
export type IndicatorUnit = '%' | 'points' | 'days' | '/10' | '/5' | 'count';

export type IndicatorDefinition = {
  readonly family: 'rendered' | 'perceived';
  readonly unit: '%' | 'points';
  /** Name, as the programme writes it. */
  readonly name: string;
  /** Question asked to people, word for word. */
  readonly question?: string;
  /** How the figure is made. */
  readonly method: string;
  /** Which share of a distribution it is. */
  readonly formula?: 'satisfied' | 'net';
};

const satisfied = 'Réponses positives rapportées à toutes les réponses exprimées.';
const net =
  'Part des réponses positives moins part des réponses négatives, en points, de -100 à +100. Il n’en existe pas de définition officielle.';
const overall =
  'Globalement, êtes-vous satisfait de la qualité de service rendu par le service public avec lequel vous avez été en contact ?';
const effort = 'Estimez-vous qu’il a été simple de réaliser votre/vos démarches auprès de ce service public ?';

export const indicatorCatalogue = {
  'calls-answered': {
    family: 'rendered',
    unit: '%',
    name: 'Taux de décroché des appels téléphoniques',
    method: 'Appels traités par un agent rapportés aux appels qui demandaient la réponse d’un agent.',
  },
  'delay-kept': {
    family: 'rendered',
    unit: '%',
    name: 'Respect du délai de traitement annoncé',
    method: 'Démarches traitées dans le délai annoncé rapportées à toutes les démarches traitées.',
  },
  'online-quality': {
    family: 'rendered',
    unit: '%',
    name: 'Qualité des démarches en ligne',
    method: 'Démarches notées 8 sur 10 ou plus rapportées à toutes les démarches notées par les usagers.',
    formula: 'satisfied',
  },
  satisfaction: {
    family: 'perceived',
    unit: '%',
    name: 'Taux de satisfaction globale',
    question: overall,
    method: satisfied,
    formula: 'satisfied',
  },
  'satisfaction-net': {
    family: 'perceived',
    unit: 'points',
    name: 'Taux net de satisfaction',
    question: overall,
    method: net,
    formula: 'net',
  },
  delay: {
    family: 'perceived',
    unit: '%',
    name: 'Taux de satisfaction sur les délais de traitement',
    question:
      'Avez-vous été satisfait du délai de traitement / prise en charge de votre demande / démarche par ce service public ?',
    method: satisfied,
    formula: 'satisfied',
  },
  access: {
    family: 'perceived',
    unit: '%',
    name: 'Taux d’accessibilité du service public',
    question: 'A-t-il été facile d’entrer en contact avec ce service public ?',
    method: satisfied,
    formula: 'satisfied',
  },
  effort: {
    family: 'perceived',
    unit: '%',
    name: 'Taux d’effort des usagers',
    question: effort,
    method: 'Part des personnes qui ont trouvé la démarche simple, parmi toutes les réponses exprimées.',
    formula: 'satisfied',
  },
  'effort-net': {
    family: 'perceived',
    unit: 'points',
    name: 'Taux d’effort net des usagers',
    question: effort,
    method: net,
    formula: 'net',
  },
  relation: {
    family: 'perceived',
    unit: '%',
    name: 'Taux de qualité de la relation',
    question: 'Estimez-vous avoir été accueilli avec bienveillance et respect par ce service public ?',
    method: satisfied,
    formula: 'satisfied',
  },
} as const satisfies Record<string, IndicatorDefinition>;

export type IndicatorCode = keyof typeof indicatorCatalogue;

/** The definition of one of the programme's indicators; undefined for a code of a producer's own. */
export const definitionOf = (code: string): IndicatorDefinition | undefined =>
  Object.hasOwn(indicatorCatalogue, code) ? indicatorCatalogue[code as IndicatorCode] : undefined;
