/** What is wrong with the telephone numbers of a contact: not dialled as they should be, too dear, or dear without saying so. */
import type { Contact } from './contact.ts';
import type { Tell } from './contact-finding.ts';
import { callPrice, dialled, readableNumber, splitNumbers } from './phone-number.ts';

export function checkNumbers(contact: Contact, tell: Tell): void {
  const { phones = [], accessiblePhone, appointment, urgent, mediator } = contact;
  phones.forEach(({ number, abroad, price }, index) => {
    const field = `phones[${index}]`;
    const known = isNumber(contact, `${field}.number`, number, tell) ? callPrice(number) : undefined;
    if (abroad) isNumber(contact, `${field}.abroad`, abroad, tell);
    if (known && price && known !== price)
      tell(
        `${field}.price`,
        'price-mismatch',
        `« ${price} » ne va pas avec ${number} : le début du numéro dit « ${known} ». Retirez price, ou corrigez le numéro.`,
      );
    if ((known ?? price) === 'surcharged') tellSurcharged(contact, `${field}.number`, number, tell);
    if (!known && !price && /^[13]\d{3}$/.test(dialled(number) ?? ''))
      tell(
        `${field}.price`,
        'price-missing',
        `Un numéro court ne dit pas son prix. Ajoutez à ${number} "price": "free" (appel gratuit), "normal" (prix d’un appel) ou "surcharged" (surtaxé), et le tarif en mots dans priceText.`,
        'error',
      );
  });
  const others: [field: string, number: string | undefined][] = [
    ['accessiblePhone.number', accessiblePhone?.number],
    ['appointment.phone', appointment?.phone],
    ['urgent.phone', urgent?.phone],
    ['mediator.phone', mediator?.phone],
  ];
  for (const [field, number] of others) {
    if (number && isNumber(contact, field, number, tell) && callPrice(number) === 'surcharged')
      tellSurcharged(contact, field, number, tell);
  }
}

function isNumber({ insee, ...place }: Contact, field: string, number: string, tell: Tell): boolean {
  const error = (rule: string, message: string) => tell(field, rule, message, 'error');
  const isMayotte =
    /^(976|985)/.test(insee ?? place.visitAddress?.postcode ?? '') ||
    place.territory === 'mayotte' ||
    place.zone === 'Indian/Mayotte';
  if (isMayotte && /^(\+|00)269/.test(number.replace(/[\s().-]/g, ''))) {
    const today = readableNumber(number, '97600');
    error('mayotte-269', `+269 appelle aujourd’hui les Comores, plus Mayotte. Écrivez ${today} au lieu de ${number}.`);
    return true;
  }
  if (dialled(number, insee)) return true;
  if (splitNumbers(number).length > 1)
    error('several-numbers', `« ${number} » contient plusieurs numéros. Faites une entrée de phones par numéro.`);
  else
    error(
      'not-a-number',
      `« ${number} » n’est pas un numéro que l’on peut composer. Écrivez dix chiffres (03 87 00 00 00), un numéro court (3230) ou l’indicatif du pays (+262 262 90 12 34).`,
    );
  return false;
}

function tellSurcharged({ runBy }: Contact, field: string, number: string, tell: Tell): void {
  const isForbidden = runBy === 'state' || runBy === 'social';
  tell(
    field,
    'surcharged-number',
    `${number} est surtaxé. ${
      isForbidden
        ? 'La loi 2018-727 (art. 28) l’interdit à l’État et aux organismes sociaux depuis le 1er janvier 2021'
        : 'C’est interdit à l’État et aux organismes sociaux (loi 2018-727, art. 28), et déconseillé aux collectivités'
    } : donnez un numéro gratuit ou au prix d’un appel.`,
    isForbidden ? 'error' : 'warning',
  );
}
