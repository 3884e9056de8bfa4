/**
 * Names of people, such as agents: a civility or a role followed by a capitalised word. Only likely: a name proves nothing by
 * its shape, so the person is warned and decides.
 */
const word = "\\p{Lu}[\\p{L}'’-]+";
const particle = '(?:(?:de|du|des|le|la|da|el|ben|van|von)\\s)?';
const title =
  "(?:M\\.|Mr\\.?|MM\\.|Mme\\.?|Mmes|Mlle|Madame|Monsieur|Mademoiselle|Dr\\.?|Me|Maître|Docteure?|[Ll]['’]agente?|[Uu]ne?\\sagente?|[Ll]ae?\\s(?:conseillère|gestionnaire|secrétaire|dame|personne)|[Ll]e\\s(?:conseiller|gestionnaire|monsieur)|[Mm](?:a|on)\\s(?:conseillère|conseiller|gestionnaire)|(?:nommée?|prénommée?|appelée?|s['’]appelle))";

const lastWord = new RegExp(`${word}$`, 'u');

export const personNamePattern = new RegExp(
  `(?<![\\p{L}\\d])${title}(?:\\s(?:M\\.|Mme|Madame|Monsieur))?\\s${particle}${word}(?:\\s${particle}${word})?`,
  'gu',
);

/** Offices and places that stand after a civility or as a proper noun, without naming anybody. */
const notNames =
  /\s(?:Maire|Mairie|Pr[ée]f[eè]te?|Présidente?|Ministre|Directeur|Directrice|Députée?|CAF|CPAM|MSA|URSSAF|France|Trésor|Public|État|Service|Services|Accueil|Caf|Guichet|Police|Bonjour|Merci|Lundi|Mardi|Mercredi|Jeudi|Vendredi|Samedi|Dimanche)\b/u;

/** Is this match really about somebody? */
export const namesSomebody = (match: string): boolean => lastWord.test(match) && !notNames.test(match);
