import type { PlaceInTime } from '../when';

/** A place in time, and within a day that is all one knows, the order of the source. */
export interface OrderedPlace extends PlaceInTime {
  /** Milliseconds after the day began, for the law to order by; null where the hour is known. */
  readonly dayOrder: number | null;
}

/**
 * Keeps the order of an exchange where only days are known: what has no hour stands right behind what was said before
 * it on that day. `begins` is when the day of a place began.
 */
export function orderedPlaces(
  places: readonly PlaceInTime[],
  begins: (place: PlaceInTime) => Date,
): OrderedPlace[] {
  let day = 0;
  let reached = 0;
  return places.map((place) => {
    const from = begins(place).getTime();
    if (from !== day) [day, reached] = [from, 0];
    if (!place.dayOnly) {
      reached = Math.max(reached, place.occurredAt.getTime() - from);
      return { ...place, dayOrder: null };
    }
    reached += 1;
    return { ...place, dayOrder: reached };
  });
}
