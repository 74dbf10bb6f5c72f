import type { Area } from "#contracts/configuration/organisation";

const KM_PER_DEGREE = 111.2;
/** Beyond this from every centre the point is not in the province. */
const FARTHEST_KM = 15;
/** Two centres this close to equally near: the border may run either side of the point. */
const DOUBT_KM = 2;

/** The areas a point may lie in, nearest centre first: one when clear, several near a border, none outside. */
export function nearestAreas(
  point: { readonly lat: number; readonly lon: number },
  areas: readonly Area[],
): readonly string[] {
  const distances = areas
    .flatMap(({ code, lat, lon }) =>
      lat === undefined || lon === undefined ? [] : [{ code, km: kmBetween(point, { lat, lon }) }],
    )
    .sort((a, b) => a.km - b.km);
  const nearest = distances[0]?.km ?? Number.POSITIVE_INFINITY;
  if (nearest > FARTHEST_KM) return [];
  return distances.filter(({ km }) => km <= nearest + DOUBT_KM).map(({ code }) => code);
}

interface Point {
  readonly lat: number;
  readonly lon: number;
}

function kmBetween(a: Point, b: Point): number {
  const north = (a.lat - b.lat) * KM_PER_DEGREE;
  const east = (a.lon - b.lon) * KM_PER_DEGREE * Math.cos((a.lat * Math.PI) / 180);
  return Math.hypot(north, east);
}
