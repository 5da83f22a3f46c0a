/** What is chosen on the write page, as its form holds it. */
export interface ChosenFields {
  readonly contactId: string;
  readonly addressId: string | null;
  readonly pitchId: string | null;
  readonly answersId: string | null;
  readonly newFact: string | null;
}

/** The address of the write page with these choices made; what is written is never in it. */
export function writePath(
  { contactId, addressId, pitchId, answersId, newFact }: ChosenFields,
  thanks = false,
): string {
  const chosen = new URLSearchParams({
    ...{ address: addressId ?? '', pitch: pitchId ?? '', answers: answersId ?? '' },
    ...{ fact: newFact?.trim() ? '1' : '0', ...(thanks ? { thanks: '1' } : {}) },
  });
  return `/contacts/${contactId}/write?${chosen.toString()}`;
}
