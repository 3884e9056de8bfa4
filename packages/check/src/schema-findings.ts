/** What the strict schema refuses in our contact file, in words for the team that wrote it. */
import { Contact } from '@spplus/contract/contact';
import type { Contact as PlainContact } from '@spplus/domain/contact';
import type { Finding } from '@spplus/domain/contact-check';

/** A contact that the schema accepts, or why it does not. */
export function readStrictly(value: unknown): { contact: PlainContact } | { findings: Finding[] } {
  const { success, data, error } = Contact.safeParse(value);
  if (success) return { contact: data };
  const findings = error.issues.flatMap((issue) => explain(issue, value));
  // One value may be at fault twice.
  return { findings: [...new Map(findings.map((finding) => [finding.field + finding.message, finding])).values()] };
}

type Issue = NonNullable<ReturnType<typeof Contact.safeParse>['error']>['issues'][number];

function explain(issue: Issue, root: unknown): Finding[] {
  const field = pathText(issue.path);
  const error = (rule: string, message: string, at = field): Finding => ({ field: at, level: 'error', rule, message });
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) =>
      error(
        'unknown-field',
        `Le champ « ${key} » n’existe pas ici. Corrigez son nom, ou retirez-le.`,
        field ? `${field}.${key}` : key,
      ),
    );
  const found = valueAt(root, issue.path);
  if (found === undefined) return [error('missing-field', `Ce champ est obligatoire : ${expectation(issue)}`)];
  const known = issue.code === 'too_big' && issue.origin !== 'number' ? 'too-long' : ruleOf[issue.code];
  return [error(known ?? 'wrong-value', `${shown(found)} : ${expectation(issue)}`)];
}

const ruleOf: Readonly<Record<string, string>> = { invalid_type: 'wrong-type', invalid_format: 'wrong-format' };

const types: Readonly<Record<string, string>> = {
  string: 'écrivez un texte entre guillemets.',
  number: 'écrivez un nombre, sans guillemets.',
  int: 'écrivez un nombre entier, sans guillemets.',
  boolean: 'écrivez true ou false, sans guillemets.',
  array: 'écrivez une liste entre crochets [ ].',
  object: 'écrivez un objet entre accolades { }.',
};

const phone = 'écrivez un numéro, par exemple 03 87 00 00 00, 3230 ou +262 262 90 12 34.';
const url = 'écrivez une adresse complète, qui commence par https://.';
const day = 'écrivez un jour qui existe, AAAA-MM-JJ ; dans une règle ou une saison, MM-JJ vaut pour chaque année.';

/** What a field holds, by its name; that of the list for what stands in a list. */
const formats: Readonly<Record<string, string>> = {
  hours: 'écrivez deux heures HH:MM-HH:MM, par exemple 09:00-12:00.',
  number: phone,
  phone,
  abroad: phone,
  url,
  website: url,
  directoryUrl: url,
  address: 'écrivez une adresse e-mail, par exemple accueil@exemple.fr.',
  email: 'écrivez une adresse e-mail, par exemple accueil@exemple.fr.',
  from: day,
  date: day,
  to: `${day.slice(0, -1)}. Il ne vient pas avant from.`,
  updated: 'écrivez un jour qui existe, AAAA-MM-JJ.',
  zone: 'écrivez un fuseau horaire IANA, par exemple Europe/Paris ou Indian/Reunion.',
  insee: 'écrivez le code INSEE de la commune, cinq caractères, par exemple 57463 ou 2A004.',
  languages: 'écrivez un code de langue, par exemple fr, ar ou fsl (langue des signes française).',
  nth: 'écrivez 1 à 5, ou -1 pour le dernier du mois.',
  lat: 'lat va de -90 à 90, et ne va pas sans lon.',
  lon: 'lon va de -180 à 180, et ne va pas sans lat.',
  walk: 'écrivez des minutes de marche, de 0 à 240.',
  places: 'écrivez un nombre de places, 0 ou plus.',
};

function expectation(issue: Issue): string {
  if (issue.code === 'invalid_type') return types[issue.expected] ?? 'vérifiez ce champ.';
  if (issue.code === 'invalid_value') return `choisissez parmi ${issue.values.map(String).join(', ')}.`;
  if (issue.code === 'too_big' && issue.origin !== 'number')
    return `gardez au plus ${String(issue.maximum)} ${issue.origin === 'string' ? 'caractères' : 'éléments'}.`;
  if (issue.code === 'too_small' && issue.origin === 'string') return 'écrivez quelque chose, ou retirez ce champ.';
  const name = issue.path.filter((step) => typeof step === 'string').at(-1) ?? '';
  return formats[name] ?? 'vérifiez ce champ.';
}

/** The value at fault as it stands in the file, short enough for one line. */
function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return `« ${text.length > 60 ? `${text.slice(0, 60)}…` : text} »`;
}

const valueAt = (root: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((value, step) => (Object(value) as Record<PropertyKey, unknown>)[step], root);

/** `phones[0].number`. */
function pathText(path: readonly PropertyKey[]): string {
  return path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
    .join('')
    .replace(/^\./, '');
}
