/** The pages that elements are shown on: what a town hall, a ministry or careless styles put around them. */

export const themes = {
  neutral: 'Page neutre',
  'neutral-dark': 'Page neutre, sombre',
  'dsfr-light': 'Page DSFR, claire',
  'dsfr-dark': 'Page DSFR, sombre',
  town: 'Couleurs d’une commune',
  hostile: 'Page hostile',
} as const;

export const languages = {
  fr: 'Français',
  en: 'English',
  ar: 'العربية',
  'en-x-pseudo': 'Pseudo-langue (textes longs)',
} as const;

export interface PageSetting {
  theme: keyof typeof themes;
  locale: keyof typeof languages;
  dir: 'ltr' | 'rtl';
}

export const defaultSetting: PageSetting = { theme: 'neutral', locale: 'fr', dir: 'ltr' };

/** Puts a page in a setting; themes.css does the rest. */
export function dress(page: HTMLElement, { theme, locale, dir }: PageSetting): void {
  page.dataset['theme'] = theme;
  page.lang = locale;
  page.dir = dir;
  // The DSFR says its scheme with this attribute.
  if (theme.startsWith('dsfr')) page.dataset['frTheme'] = theme === 'dsfr-dark' ? 'dark' : 'light';
  else delete page.dataset['frTheme'];
}
