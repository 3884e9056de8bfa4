/** The words around the content, in the three languages of the demonstration. */
import type { Page } from './pages.ts';

type Links = readonly (readonly [path: string, text: string])[];

interface Words {
  skip: string;
  demonstration: string;
  fictional: string;
  tools: string;
  toolLinks: Links;
  townOf: string;
  townHall: string;
  languages: string;
  menu: string;
  menuLinks: Links;
  home: string;
  breadcrumb: string;
  legal: string;
  footerLinks: Links;
  footerNote: string;
}

const french: Words = {
  skip: 'Aller au contenu',
  demonstration: 'Site de démonstration.',
  fictional: 'Cette ville n’existe pas.',
  tools: 'Outils de la démonstration',
  toolLinks: [
    ['/agents/', 'Espace agents'],
    ['/installer/', 'Installer les modules'],
  ],
  townOf: 'Ville de',
  townHall: 'Mairie de Valmont-sur-Seille',
  languages: 'Langues de la page d’avis',
  menu: 'Menu principal',
  menuLinks: [
    ['/', 'Accueil'],
    ['/carte-identite/', 'Carte d’identité'],
    ['/avis/', 'Donner mon avis'],
    ['/avis-et-reponses/', 'Avis et réponses'],
    ['/suivre/', 'Suivre mon avis'],
    ['/resultats/', 'Nos résultats'],
    ['/contact/', 'Contact'],
  ],
  home: 'Accueil',
  breadcrumb: 'Fil d’Ariane',
  legal: 'Informations légales',
  footerLinks: [
    ['/contact/', 'Contact'],
    ['/accessibilite/', 'Accessibilité : non évaluée'],
    ['/donnees-personnelles/', 'Données personnelles'],
  ],
  footerNote: 'Ce site ne dépose aucun cookie et n’appelle aucun autre site.',
};

const english: Words = {
  skip: 'Skip to content',
  demonstration: 'Demonstration site.',
  fictional: 'This town does not exist.',
  tools: 'Demonstration tools (in French)',
  toolLinks: [
    ['/agents/', 'Agents’ corner'],
    ['/installer/', 'Install the modules'],
  ],
  townOf: 'Town of',
  townHall: 'Valmont-sur-Seille town hall',
  languages: 'Languages of the opinion page',
  menu: 'Main menu',
  menuLinks: [
    ['/en/', 'Give your opinion'],
    ['/avis-et-reponses/', 'Opinions and answers (in French)'],
    ['/contact/', 'Contact (in French)'],
  ],
  home: 'Home (in French)',
  breadcrumb: 'Breadcrumb',
  legal: 'Legal information',
  footerLinks: [
    ['/accessibilite/', 'Accessibility: not assessed (in French)'],
    ['/donnees-personnelles/', 'Personal data (in French)'],
  ],
  footerNote: 'This site sets no cookie and calls no other site.',
};

const arabic: Words = {
  skip: 'انتقل إلى المحتوى',
  demonstration: 'موقع تجريبي.',
  fictional: 'هذه المدينة غير موجودة.',
  tools: 'أدوات العرض التجريبي (بالفرنسية)',
  toolLinks: [
    ['/agents/', 'ركن الموظفين'],
    ['/installer/', 'تركيب الوحدات'],
  ],
  townOf: 'مدينة',
  townHall: 'بلدية فالمون سور سيّ',
  languages: 'لغات صفحة الرأي',
  menu: 'القائمة الرئيسية',
  menuLinks: [
    ['/ar/', 'أبدِ رأيك'],
    ['/avis-et-reponses/', 'الآراء والردود (بالفرنسية)'],
    ['/contact/', 'اتصل بنا (بالفرنسية)'],
  ],
  home: 'الصفحة الرئيسية (بالفرنسية)',
  breadcrumb: 'مسار التنقل',
  legal: 'معلومات قانونية',
  footerLinks: [
    ['/accessibilite/', 'إمكانية الوصول: لم تُقيَّم (بالفرنسية)'],
    ['/donnees-personnelles/', 'البيانات الشخصية (بالفرنسية)'],
  ],
  footerNote: 'لا يضع هذا الموقع أي ملف تعريف ارتباط ولا يتصل بأي موقع آخر.',
};

export const wordsOf = (lang: Page['lang']): Words => ({ fr: french, en: english, ar: arabic })[lang];
