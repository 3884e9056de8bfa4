/**
 * The modules that can be installed and the options offered for each. A test compares the attributes with those that the
 * element's class documents, so that the two cannot part.
 */

export interface Option {
  /** Attribute of the element. */
  attribute: string;
  label: string;
  hint?: string;
  /** Values on offer; without any, a text is typed. The first one is the default, and is left out of the code. */
  choices?: readonly (readonly [value: string, text: string])[];
}

export interface Module {
  /** Tag without its `spplus-` prefix, as `data-spplus` says it. */
  name: string;
  label: string;
  /** What visitors see without JavaScript. */
  fallback: string;
  options: readonly Option[];
}

export const modules: readonly Module[] = [
  {
    name: 'feedback-widget',
    label: 'Donner mon avis',
    fallback: 'Donner mon avis',
    options: [
      {
        attribute: 'mode',
        label: 'Où se place le module ?',
        choices: [
          ['inline', 'Dans la page, après une démarche'],
          ['button', 'Un bouton qui ouvre une fenêtre'],
          ['page', 'Une question en bas de page'],
          ['experience', 'Une page entière pour raconter'],
        ],
      },
      {
        attribute: 'scale',
        label: 'Échelle de satisfaction',
        choices: [
          ['three', 'Trois niveaux'],
          ['four', 'Quatre niveaux'],
          ['ten', 'Note de 1 à 10'],
        ],
      },
      {
        attribute: 'questions',
        label: 'Questions posées ensuite',
        hint: 'La page entière les pose toutes.',
        choices: [
          ['', 'Aucune'],
          ['effort', 'Simplicité de la démarche'],
          ['delay access effort relation', 'Les quatre questions officielles'],
        ],
      },
      {
        attribute: 'procedure',
        label: 'Démarche concernée',
        hint: 'Facultatif. Exemple : Carte d’identité',
      },
    ],
  },
  {
    name: 'contact-card',
    label: 'Contact et horaires',
    fallback: 'Nous contacter',
    options: [
      {
        attribute: 'layout',
        label: 'Présentation',
        choices: [
          ['full', 'La fiche entière'],
          ['compact', 'L’essentiel : ouvert ou fermé, aujourd’hui, un numéro'],
          ['status-only', 'Une ligne pour l’en-tête'],
        ],
      },
      {
        attribute: 'src',
        label: 'Fichier de contact',
        hint: 'Facultatif. Exemple : /contact.json. Sans fichier, la fiche vient de l’API.',
      },
      {
        attribute: 'annuaire',
        label: 'Fiche de l’Annuaire de l’administration',
        hint: 'Facultatif. Elle complète votre fichier ; en cas de différence, le vôtre compte.',
      },
      {
        attribute: 'soon',
        label: '« Ferme bientôt »',
        choices: [
          ['30', '30 minutes avant'],
          ['15', '15 minutes avant'],
          ['60', 'Une heure avant'],
        ],
      },
      {
        attribute: 'report-url',
        label: 'Page pour signaler une erreur',
        hint: 'Facultatif. Exemple : /signaler/',
      },
    ],
  },
  {
    name: 'results-badge',
    label: 'Nos résultats',
    fallback: 'Nos résultats de qualité de service',
    options: [
      {
        attribute: 'view',
        label: 'Résultats détaillés',
        choices: [
          ['table', 'En tableau d’abord'],
          ['chart', 'En graphiques d’abord'],
        ],
      },
      {
        attribute: 'src',
        label: 'Fichier de résultats',
        hint: 'Facultatif. Exemple : /resultats.json. Sans fichier, les résultats viennent de l’API.',
      },
      {
        attribute: 'indicator',
        label: 'Indicateur du badge',
        choices: [
          ['', 'Celui que les données désignent'],
          ['satisfaction', 'Satisfaction globale'],
          ['calls-answered', 'Appels décrochés'],
          ['delay-kept', 'Délai annoncé respecté'],
        ],
      },
    ],
  },
  {
    name: 'improvements',
    label: 'Ce que nous avons fait de vos demandes',
    fallback: 'Ce que nous avons changé grâce à vous',
    options: [
      {
        attribute: 'src',
        label: 'Fichier des améliorations',
        hint: 'Facultatif. Exemple : /ameliorations.json. Sans fichier, la liste vient de l’API.',
      },
      {
        attribute: 'opinion-url',
        label: 'Page où donner son avis',
        hint: 'Facultatif. Exemple : /avis/',
      },
    ],
  },
];

export const moduleNamed = (name: string): Module =>
  modules.find((module) => module.name === name) ?? (modules[0] as Module);
