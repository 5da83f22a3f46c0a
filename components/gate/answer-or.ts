import { unstable_rethrow } from 'next/navigation';
import { noAnswer, type FormAnswer } from '@/lib/auth/answer';

/**
 * What an action answers to a form. Where no answer comes back (the line broke, the server fell), what was shown or
 * typed before must not go down with it: `lost` says so. Null where one is led elsewhere: the router goes by itself.
 */
export async function answerOr(
  action: (before: FormAnswer, form: FormData) => Promise<FormAnswer>,
  form: FormData,
  lost: string,
): Promise<FormAnswer | null> {
  try {
    return await action(noAnswer, form);
  } catch (error) {
    return isOfNext(error) ? null : { ...noAnswer, error: lost };
  }
}

function isOfNext(error: unknown): boolean {
  try {
    unstable_rethrow(error);
    return false;
  } catch {
    return true;
  }
}
