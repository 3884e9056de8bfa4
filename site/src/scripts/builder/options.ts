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
];

export const moduleNamed = (name: string): Module =>
  modules.find((module) => module.name === name) ?? (modules[0] as Module);
