import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attentionIn, type Attention } from '../src/attention-words.ts';

const sentences: Record<Attention | 'nothing', readonly string[]> = {
  distress: [
    'J’ai envie d’en finir.',
    'Je veux mourir.',
    'Je pense au suicide tous les jours.',
    'Je vais me suicider si rien ne change.',
    'Je n’ai plus la force de vivre.',
    'JE SUIS À BOUT',
    'Je suis à bout, personne ne répond.',
    'Autant crever.',
    'Je vais me jeter sous un train.',
    'Mon mari me frappe.',
    'Je subis des violences conjugales.',
    'Nous n’avons plus rien à manger.',
    'Je dors dans la rue avec mes enfants.',
    'J’ai peur pour ma vie.',
    'I want to die.',
    'أريد أن أموت',
  ],
  threat: [
    'Je vais vous tuer.',
    'Je vais tous vous buter',
    'Je vais lui casser la gueule.',
    'Vous allez le regretter.',
    'Je reviens avec un couteau.',
    'Je sais où vous habitez.',
    'Je vais tout faire sauter.',
    'Cet agent mérite de mourir.',
    'I will kill you',
    'سأقتلك',
  ],
  nothing: [
    'Je veux en finir avec cette démarche.',
    'J’aimerais en finir avec ces papiers.',
    'Je vais tuer le temps dans la salle d’attente.',
    'Cette attente va tuer le service public.',
    'Il y a une menace de pluie.',
    'La file d’attente m’a tué.',
    'Je suis à bout de souffle après l’escalier.',
    'Vous allez recevoir ma demande.',
    'Je reviens avec mes papiers.',
    'Je sais où se trouve la mairie.',
    'Le chauffage de la salle est à revoir.',
    'On meurt de chaud dans la salle.',
    'La rue est en travaux.',
    'Les agents sont patients et efficaces.',
    'Le formulaire est mortel d’ennui.',
    'Je viendrai avec ma femme.',
  ],
};

for (const [expected, examples] of Object.entries(sentences)) {
  for (const sentence of examples) {
    test(`« ${sentence} »: ${expected}`, () => {
      assert.deepEqual(attentionIn(sentence), expected === 'nothing' ? [] : [expected]);
    });
  }
}
