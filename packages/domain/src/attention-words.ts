/**
 * Words of distress and of threat in what a person writes. They put an opinion at the top of the agents' queue, and nothing
 * else: no decision follows by itself, and nobody is told that they were found.
 */
import { fold } from './folding.ts';

export type Attention = 'distress' | 'threat';

/** Written on folded text (see folding.ts). Each pattern is a phrase, since single words are innocent far too often. */
const patterns: Record<Attention, readonly RegExp[]> = {
  distress: [
    /\bsuicid/,
    /\bmettre fin a (mes jours|ma vie)/,
    /\ben finir avec (la|ma) vie/,
    /\b(veux|voudrais|envie de?|prefere|prefererais|autant)[ '](mourir|crever|disparaitre|en finir)\b(?! avec)/,
    /\b(veux|envie de) plus vivre/,
    /\bplus (envie|la force|le courage) de vivre/,
    /\bme (tuer|pendre|foutre en l'air|jeter (sous|par))\b/,
    /\bme faire du mal\b/,
    /\b(je suis|suis) a bout(?! de (souffle|champ))/,
    /\bplus (rien a manger|de quoi manger|de quoi nourrir)/,
    /\bn'a(i|vons) (plus )?rien a manger/,
    /\b(dors|dormons|vis|vivons) (dans|a) la rue\b/,
    /\b(il|elle|mon mari|ma femme|mon conjoint|ma conjointe|mon compagnon|mon ex|mon pere|ma mere) (me|nous) (bat|frappe|viole|menace)/,
    /\bviolences? (conjugales?|sexuelles?|que je subis)/,
    /\bpeur pour (ma vie|mes enfants|la vie)/,
    /\b(kill myself|want to die|end my life)\b/,
    /انتحار|اقتل نفسي|اريد ان اموت/,
  ],
  threat: [
    /\b(vais|irai|viendrai|finirai par) (vous |le |la |les |lui |leur |tous |te )*(tuer|buter|crever|egorger|descendre|demolir|cramer|frapper|casser la (gueule|figure)|regler (son|leur|votre) compte)\b(?! (le temps|les? (heure|minute|prix|cout|delai)))/,
    /\b(vais|irai) (tout |vous )*(faire sauter|mettre le feu|incendier|bruler)\b/,
    /\bvous allez (le )?(payer cher|regretter|crever|mourir)/,
    /\b(viendrai|viens|reviendrai|reviens|passerai) avec (une arme|un couteau|un fusil|mon fusil|mon arme|de l'essence|une bombe)/,
    /\bje sais (ou vous habitez|ou (il|elle) habite|a quelle ecole)/,
    /\b(merite|meritent|meritez) (de (mourir|crever)|la mort|une balle)/,
    /\bpose(r|rai)? une bombe\b/,
    /\b(i will|i'll|going to) (kill|shoot|stab) (you|him|her|them)\b/,
    /ساقتل/,
  ],
};

/** What deserves an agent's eye first, each kind once. */
export function attentionIn(text: string): Attention[] {
  const folded = fold(text);
  return (Object.keys(patterns) as Attention[]).filter((kind) =>
    patterns[kind].some((pattern) => pattern.test(folded)),
  );
}
