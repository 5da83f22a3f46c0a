/** A referral that may open a message. */
export interface ReferralAtHand {
  readonly id: string;
  readonly recordedAt: Date;
  readonly referrerId: string;
  /** The name of who sent us. */
  readonly referrer: string;
}

/** An exception that may open a message. */
export interface ExceptionAtHand {
  readonly id: string;
  readonly expiresAt: Date;
  readonly newFact: string;
  readonly givenBy: string;
}

/** What a message carries that opens it. */
export interface Carried {
  readonly referral: ReferralAtHand | null;
  readonly exception: ExceptionAtHand | null;
}

export const nothingCarried: Carried = { referral: null, exception: null };
