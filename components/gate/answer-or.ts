import { unstable_rethrow } from 'next/navigation';
import { noAnswer, type FormAnswer } from '@/lib/auth/answer';

/**
 * What an action answers to a form. Where no answer comes back (the line broke, the server fell), what was shown or
 * typed before must not go down with it: `lost` says so instead. Who is led elsewhere is led there.
 */
export async function answerOr(
  action: (before: FormAnswer, form: FormData) => Promise<FormAnswer>,
  form: FormData,
  lost: string,
): Promise<FormAnswer> {
  try {
    return await action(noAnswer, form);
  } catch (error) {
    unstable_rethrow(error);
    return { ...noAnswer, error: lost };
  }
}
