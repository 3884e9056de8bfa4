/**
 * A language that nobody speaks, made from English as the page is shown: longer by about a third and accented, so that a text
 * that was not taken out for translation, or a box too small for German, shows at once.
 */
import type { LocaleModule } from '@lit/localize';

type Templates = LocaleModule['templates'];
type Template = Templates[string];

const accents: Record<string, string> = {
  a: 'á',
  c: 'ç',
  e: 'é',
  i: 'ï',
  n: 'ñ',
  o: 'ö',
  u: 'û',
  y: 'ÿ',
  A: 'Å',
  E: 'É',
  O: 'Ø',
};

/** Accents letters outside markup and character references, and makes the text longer. */
export function pseudoText(text: string): string {
  const accented = text.replaceAll(/<[^>]*>|&\w+;|[a-zA-Z]/g, (found) => accents[found] ?? found);
  return accented.trim() === '' ? accented : `${accented}${' ~'.repeat(Math.ceil(text.length / 6))}`;
}

/** Lit tells a real template from a forged one by its raw strings. */
function pseudoStrings(strings: TemplateStringsArray): TemplateStringsArray {
  const texts = strings.map(pseudoText);
  return Object.assign(texts, { raw: texts });
}

function pseudoTemplate(template: Template): Template {
  if (typeof template === 'string') return `[${pseudoText(template)}]`;
  return { ...template, strings: pseudoStrings(template.strings) };
}

export const pseudoLocale = ({ templates }: LocaleModule): LocaleModule => ({
  templates: Object.fromEntries(Object.entries(templates).map(([id, template]) => [id, pseudoTemplate(template)])),
});
