/** What a text looks like to a linear model: which numbers, how strongly. */
export type Features = ReadonlyMap<number, number>;

/** A linear model as it is shipped: one byte a weight, by feature and then by class. */
export interface LinearFile {
  readonly classes: readonly string[];
  /** How many numbers features are hashed to; a power of two. */
  readonly buckets: number;
  /** The largest weight. */
  readonly most: number;
  readonly bias: readonly number[];
  /** Base64 of the signed square roots of the weights. */
  readonly weights: string;
}

/** A linear model, to be asked. */
export interface Linear {
  readonly classes: readonly string[];
  readonly buckets: number;
  readonly bias: readonly number[];
  readonly weights: Float32Array;
}

/** Reads a model as it is shipped. */
export function linearOf({ classes, buckets, most, bias, weights }: LinearFile): Linear {
  const bytes = Buffer.from(weights, 'base64');
  const unit = most / (127 * 127);
  const read = new Float32Array(bytes.length);
  // A loop: `Float32Array.from` takes a tenth of a second for a million weights.
  for (let at = 0; at < read.length; at += 1) {
    const byte = bytes.readInt8(at);
    read[at] = byte * Math.abs(byte) * unit;
  }
  return { classes, buckets, bias, weights: read };
}

/** FNV-1a over the signs of a name: the number of a feature. */
export function bucketOf(name: string, buckets: number): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < name.length; at += 1) hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  return ((hash ^ (hash >>> 13)) >>> 0) & (buckets - 1);
}

/** How each class scores, before it is made a probability. Features may be of more buckets than the model has. */
export function scoresOf({ bias, buckets, weights }: Linear, features: Features): number[] {
  const scores = [...bias];
  const { length } = scores;
  for (const [wide, value] of features) {
    const feature = wide & (buckets - 1);
    for (let one = 0; one < length; one += 1)
      scores[one] = (scores[one] ?? 0) + value * (weights[feature * length + one] ?? 0);
  }
  return scores;
}

/** Probabilities of scores; a higher temperature is less sure. */
export function chancesOf(scores: readonly number[], temperature = 1): number[] {
  const top = Math.max(...scores);
  const powers = scores.map((score) => Math.exp((score - top) / temperature));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / sum);
}
