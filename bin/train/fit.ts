import type { Features, Linear, LinearFile } from '@/lib/replies/suggesting/linear';

/** One text to learn from: what it looks like, which class it is, how much it counts. */
export interface Example {
  readonly features: Features;
  readonly label: number;
  readonly weight: number;
}

/** How long and how gently to learn. */
export interface Learning {
  readonly rounds: number;
  readonly rate: number;
  /** How strongly weights are pulled back to nothing. */
  readonly pull: number;
  readonly seed: number;
}

/** A linear model fitted to the examples: multinomial logistic regression by AdaGrad, in an order that the seed fixes. */
export function fit(
  examples: readonly Example[],
  classes: readonly string[],
  buckets: number,
  { rounds, rate, pull, seed }: Learning,
): Linear {
  const many = classes.length;
  const weights = new Float32Array(buckets * many);
  const squares = new Float32Array(buckets * many).fill(1e-2);
  const bias = new Array<number>(many).fill(0);
  const kept = packed(examples, buckets - 1);
  const random = randomOf(seed);
  const order = kept.map((_, at) => at);
  const errors = new Float64Array(many);
  for (let round = 0; round < rounds; round += 1) {
    shuffle(order, random);
    const step = rate * (1 - round / (rounds + 1));
    for (const at of order) {
      const one = kept[at];
      if (!one) continue;
      const { ids, values, label, weight } = one;
      scored(errors, bias, weights, ids, values);
      softened(errors);
      errors[label] = (errors[label] ?? 0) - 1;
      for (let is = 0; is < ids.length; is += 1) {
        const from = (ids[is] ?? 0) * many;
        const value = values[is] ?? 0;
        for (let on = 0; on < many; on += 1) {
          const old = weights[from + on] ?? 0;
          const slope = weight * (errors[on] ?? 0) * value + pull * old;
          const square = (squares[from + on] ?? 0) + slope * slope;
          squares[from + on] = square;
          weights[from + on] = old - (step * slope) / Math.sqrt(square);
        }
      }
      for (let on = 0; on < many; on += 1)
        bias[on] = (bias[on] ?? 0) - 0.01 * step * weight * (errors[on] ?? 0);
    }
  }
  return { classes, buckets, bias, weights };
}

interface Packed {
  readonly ids: Int32Array;
  readonly values: Float32Array;
  readonly label: number;
  readonly weight: number;
}

// What stands in one text only teaches that text by heart.
function packed(examples: readonly Example[], mask: number): Packed[] {
  const texts = new Map<number, number>();
  for (const { features } of examples)
    for (const id of features.keys()) texts.set(id & mask, (texts.get(id & mask) ?? 0) + 1);
  return examples.map(({ features, label, weight }) => {
    const kept = [...features]
      .map(([id, value]) => [id & mask, value] as const)
      .filter(([id]) => (texts.get(id) ?? 0) > 1);
    return {
      ids: Int32Array.from(kept, ([id]) => id),
      values: Float32Array.from(kept, ([, value]) => value),
      label,
      weight,
    };
  });
}

function scored(
  into: Float64Array,
  bias: readonly number[],
  weights: Float32Array,
  ids: Int32Array,
  values: Float32Array,
): void {
  const many = into.length;
  into.set(bias);
  for (let is = 0; is < ids.length; is += 1) {
    const from = (ids[is] ?? 0) * many;
    const value = values[is] ?? 0;
    for (let on = 0; on < many; on += 1) into[on] = (into[on] ?? 0) + value * (weights[from + on] ?? 0);
  }
}

function softened(scores: Float64Array): void {
  const top = Math.max(...scores);
  let sum = 0;
  for (let at = 0; at < scores.length; at += 1) sum += scores[at] = Math.exp((scores[at] ?? 0) - top);
  for (let at = 0; at < scores.length; at += 1) scores[at] = (scores[at] ?? 0) / sum;
}

function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function shuffle(order: number[], random: () => number): void {
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    const [one = 0, two = 0] = [order[at], order[other]];
    order[at] = two;
    order[other] = one;
  }
}

/** The model as it is shipped: a byte a weight. */
export function fileOf({ classes, buckets, bias, weights }: Linear): LinearFile {
  const most = weights.reduce((top, weight) => Math.max(top, Math.abs(weight)), 1e-6);
  const bytes = Int8Array.from(weights, (weight) =>
    Math.round(Math.sign(weight) * 127 * Math.sqrt(Math.abs(weight) / most)),
  );
  return {
    classes,
    buckets,
    most: Number(most.toPrecision(8)),
    bias: bias.map((one) => Number(one.toFixed(4))),
    weights: Buffer.from(bytes.buffer).toString('base64'),
  };
}
