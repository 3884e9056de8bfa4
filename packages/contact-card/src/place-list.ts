/** Several places: all with their status, the open ones or the nearest first where the team asks for it. */
import { html, type TemplateResult } from 'lit';
import { mainHours, type Place } from './place.ts';

export interface Order {
  order: string | undefined;
  /** `latitude,longitude` in degrees. */
  near: string | undefined;
  now: number;
}

/** Kilometres between two points on a sphere (haversine). */
function distance([lat1, lon1]: readonly [number, number], [lat2, lon2]: readonly [number, number]): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const half = (a: number, b: number) => Math.sin(radians(b - a) / 2) ** 2;
  const chord = half(lat1, lat2) + Math.cos(radians(lat1)) * Math.cos(radians(lat2)) * half(lon1, lon2);
  return 12_742 * Math.asin(Math.sqrt(chord));
}

const ranks = ['open', 'appointment', 'conditional', 'closed', 'unknown'];

/** The places in the order asked for; those of which nothing is known come last, as they were given. */
export function ordered(places: readonly Place[], { order, near = '', now }: Order): readonly Place[] {
  const [lat = Number.NaN, lon = Number.NaN] = near.split(',').map(Number);
  const rank = (place: Place): number => {
    if (order === 'open') return ranks.indexOf(mainHours(place)?.stateAt(now).status ?? 'unknown');
    const { lat: y, lon: x } = place.contact.visitAddress ?? {};
    const far = order === 'near' && y !== undefined && x !== undefined ? distance([lat, lon], [y, x]) : Number.NaN;
    return Number.isNaN(far) ? Infinity : far;
  };
  const ranked = places.map((place) => ({ place, rank: rank(place) }));
  // Two places without a rank compare as equal, and a stable sort leaves them as given.
  return ranked.sort((a, b) => (a.rank === b.rank ? 0 : a.rank - b.rank)).map(({ place }) => place);
}

export const placeList = (
  places: readonly Place[],
  order: Order,
  draw: (place: Place) => TemplateResult,
): TemplateResult => html`<ul class="places">
  ${ordered(places, order).map((place) => html`<li>${draw(place)}</li>`)}
</ul>`;
