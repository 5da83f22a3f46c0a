import { Button } from './button';
import { FormMessage } from './form-message';

interface FormEndProps {
  answer: { readonly error: string | null; readonly done: string | null };
  pending: boolean;
  words: { readonly submit: string; readonly pending: string };
}

/** What a form was answered, and under it its button. */
export function FormEnd({ answer, pending, words }: FormEndProps) {
  return (
    <>
      {answer.error && <FormMessage kind="error">{answer.error}</FormMessage>}
      {answer.done && <FormMessage kind="success">{answer.done}</FormMessage>}
      <div className="acts pt-4">
        <Button type="submit" aria-busy={pending || undefined}>
          {pending ? words.pending : words.submit}
        </Button>
      </div>
    </>
  );
}
