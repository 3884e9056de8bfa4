/** Where to come, and how: address, map, transport, parking, entrance, wheelchair. */
import type { Address, Contact, Parking, TransportStop } from '@spplus/domain/contact';
import { msg, str } from '@spplus/ui/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { CardOptions } from './card-options.ts';
import { given, line, section, words, type Part } from './section.ts';
import { gestureButton } from './gesture-button.ts';
import { pair } from './time-words.ts';
import { addressLines, addressTemplate } from './write-section.ts';

const vehicles: Record<NonNullable<TransportStop['mode']>, () => string> = {
  bus: () => msg('Bus', { id: 'bus' }),
  tram: () => msg('Tram', { id: 'tram' }),
  metro: () => msg('Métro', { id: 'metro' }),
  train: () => msg('Train', { id: 'train' }),
  boat: () => msg('Bateau', { id: 'boat' }),
  other: () => msg('Transport', { id: 'transport-other' }),
};

function stopLine({ mode = 'other', line: number, stop, walk }: TransportStop): TemplateResult {
  return html`<li>
    <span dir="auto">${pair([vehicles[mode](), number].filter(Boolean).join(' '), stop)}</span>
    ${walk === undefined ? nothing : msg(str`(${walk} min à pied)`, { id: 'walk' })}
  </li>`;
}

function parkingText({ places, secure, note }: Parking): string {
  return [
    places === undefined
      ? msg('oui', { id: 'yes' })
      : places === 1
        ? msg('1 place', { id: 'one-place' })
        : msg(str`${places} places`, { id: 'places' }),
    secure ? msg('stationnement sécurisé', { id: 'secure' }) : '',
    note ?? '',
  ]
    .filter(Boolean)
    .join(', ');
}

const wheelchairs = {
  yes: () => msg('accessible en fauteuil roulant', { id: 'wheelchair-yes' }),
  'on-request': () => msg('accessible en fauteuil roulant sur demande', { id: 'wheelchair-request' }),
  no: () => msg('non accessible en fauteuil roulant', { id: 'wheelchair-no' }),
  unknown: () => msg('accessibilité en fauteuil roulant non communiquée', { id: 'wheelchair-unknown' }),
};

/** Fills in the team's map address. Without coordinates a template that needs them gives no link. */
export function mapHref(template: string, address: Address): string | undefined {
  const { lat, lon } = address;
  if (!/^https:\/\//.test(template) || (lat === undefined && /\{l(at|on)\}/.test(template))) return undefined;
  const values: Record<string, string> = {
    lat: String(lat),
    lon: String(lon),
    address: encodeURIComponent(addressLines(address).join(', ')),
  };
  return template.replaceAll(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place);
}

function mapLinks(name: string, address: Address, options: CardOptions): Part {
  const href = mapHref(options.mapUrl, address);
  const told = () => options.tell('map');
  const { lat, lon } = address;
  // Absent in pages without https, whatever its type says.
  const clipboard = navigator.clipboard as Clipboard | undefined;
  const copying = {
    label: msg('Copier l’adresse', { id: 'copy-address' }),
    done: msg('Adresse copiée.', { id: 'address-copied' }),
    failed: msg('Copie impossible. Sélectionnez l’adresse.', { id: 'address-not-copied' }),
    work: async () => {
      await navigator.clipboard.writeText([name, ...addressLines(address)].join('\n'));
      options.tell('copy');
      return true;
    },
  };
  return html`<p class="row">
    ${clipboard ? gestureButton(copying, options) : nothing}
    ${href ? html`<a href=${href} rel="noreferrer" target="_blank" @click=${told}>${msg('Voir sur une carte (nouvel onglet)', { id: 'map' })}</a>` : nothing}
    ${lat === undefined ? nothing : html`<a href="geo:${lat},${lon}" @click=${told}>${msg('Ouvrir dans une application de cartes', { id: 'map-app' })}</a>`}
  </p>`;
}

export function accessSection({ name, visitAddress, access = {} }: Contact, options: CardOptions): Part {
  const { transport, bikes, scooters, cars, disabled, entrance, wheelchair, wheelchairNote } = access;
  const parking = (title: string, one: Parking | undefined) => given(one, (found) => line(title, parkingText(found)));
  return section(msg('Venir', { id: 'access-heading' }), options, [
    given(visitAddress, (one) => html`${addressTemplate(one)}${mapLinks(name, one, options)}`),
    given(transport, (list) => html`<ul class="plain">${list.map(stopLine)}</ul>`),
    parking(msg('Vélos\u202F:', { id: 'bikes' }), bikes),
    parking(msg('Trottinettes\u202F:', { id: 'scooters' }), scooters),
    parking(msg('Voitures\u202F:', { id: 'cars' }), cars),
    parking(msg('Places pour personnes handicapées\u202F:', { id: 'disabled-parking' }), disabled),
    given(entrance, (text) => line(msg('Entrée\u202F:', { id: 'entrance' }), words(text))),
    visitAddress || wheelchair
      ? html`<p>
          <strong>${msg('Accès\u202F:', { id: 'wheelchair' })}</strong> ${wheelchairs[wheelchair ?? 'unknown']()}
          ${wheelchairNote ? html`<span class="remark">${words(wheelchairNote)}</span>` : nothing}
        </p>`
      : nothing,
  ]);
}
