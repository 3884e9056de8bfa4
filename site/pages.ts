/** Every page of the demonstration: one row here, its content in pages/<file>.html. Read by the build and by the tests. */

export interface Page {
  /** Path on the site, with a trailing slash. */
  path: string;
  /** File of its content, in pages/. */
  file: string;
  lang: 'fr' | 'en' | 'ar';
  title: string;
  description: string;
  /** Where it stands in the site, for the breadcrumb; the home page is always its first step. */
  parent?: string;
  /** Does it show elements of the SDK? */
  sdk?: true;
  /** Its own module, in src/scripts/. */
  script?: 'feed' | 'agents' | 'builder' | 'preview';
  /** A page shown inside another one: no header, no footer. */
  bare?: true;
}

export const pages: readonly Page[] = [
  {
    path: '/',
    file: 'accueil',
    lang: 'fr',
    title: 'Ville de Valmont-sur-Seille',
    description: 'Vos démarches, les horaires de la mairie, les avis des habitants et nos réponses.',
    sdk: true,
  },
  {
    path: '/carte-identite/',
    file: 'carte-identite',
    lang: 'fr',
    title: 'Refaire sa carte d’identité',
    description: 'Les étapes, les documents à apporter et les délais pour refaire votre carte d’identité en mairie.',
    sdk: true,
  },
  {
    path: '/avis/',
    file: 'avis',
    lang: 'fr',
    title: 'Donner mon avis',
    description: 'Racontez ce que vous avez vécu avec la mairie. Nous lisons tout et nous répondons.',
    sdk: true,
  },
  {
    path: '/avis-et-reponses/',
    file: 'avis-et-reponses',
    lang: 'fr',
    title: 'Avis et réponses',
    description: 'Les avis publiés par les habitants et les réponses de la mairie.',
    script: 'feed',
  },
  {
    path: '/resultats/',
    file: 'resultats',
    lang: 'fr',
    title: 'Nos résultats',
    description: 'Les résultats de qualité de service de la mairie, avec leur nombre de réponses.',
    sdk: true,
  },
  {
    path: '/suivre/',
    file: 'suivre',
    lang: 'fr',
    title: 'Suivre mon avis',
    description: 'Retrouvez votre avis et notre réponse avec votre reçu.',
    parent: '/avis/',
    sdk: true,
  },
  {
    path: '/contact/',
    file: 'contact',
    lang: 'fr',
    title: 'Contacter la mairie',
    description: 'Téléphone, courriel, adresse et horaires de la mairie.',
    sdk: true,
  },
  {
    path: '/contact/exemples/',
    file: 'contact-exemples',
    lang: 'fr',
    title: 'Exemples de fiches de contact',
    description: 'La fiche de contact devant des données de toutes sortes, dont une fiche abîmée.',
    parent: '/contact/',
    sdk: true,
  },
  {
    path: '/langues/',
    file: 'langues',
    lang: 'fr',
    title: 'Trois langues sur une page',
    description: 'Le même module en français, en anglais et en arabe, chacun dans la langue qui l’entoure.',
    parent: '/installer/',
    sdk: true,
  },
  {
    path: '/agents/',
    file: 'agents',
    lang: 'fr',
    title: 'Espace agents (démonstration)',
    description: 'Lire, accepter ou refuser les avis, et y répondre.',
    script: 'agents',
  },
  {
    path: '/installer/',
    file: 'installer',
    lang: 'fr',
    title: 'Installer les modules',
    description: 'Choisissez un module, réglez-le, regardez-le, copiez le code pour votre site.',
    script: 'builder',
  },
  {
    path: '/installer/apercu/',
    file: 'apercu',
    lang: 'fr',
    title: 'Aperçu du module',
    description: 'Le module tel que vos visiteurs le verront.',
    script: 'preview',
    sdk: true,
    bare: true,
  },
  {
    path: '/donnees-personnelles/',
    file: 'donnees-personnelles',
    lang: 'fr',
    title: 'Vos données personnelles',
    description: 'Ce que la mairie garde, pendant combien de temps, et vos droits.',
  },
  {
    path: '/accessibilite/',
    file: 'accessibilite',
    lang: 'fr',
    title: 'Accessibilité',
    description: 'Ce qui a été vérifié, ce qui reste à vérifier et comment signaler un problème.',
  },
  {
    path: '/en/',
    file: 'en',
    lang: 'en',
    title: 'Give your opinion',
    description: 'Tell us about your experience with the town hall. We read everything and we answer.',
    sdk: true,
  },
  {
    path: '/ar/',
    file: 'ar',
    lang: 'ar',
    title: 'أبدِ رأيك',
    description: 'احكِ لنا تجربتك مع البلدية. نقرأ كل ما يصلنا ونردّ عليه.',
    sdk: true,
  },
  {
    path: '/404/',
    file: '404',
    lang: 'fr',
    title: 'Page introuvable',
    description: 'L’adresse demandée n’existe pas sur ce site.',
  },
];
