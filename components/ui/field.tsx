import { useId, type ComponentProps, type ReactNode } from 'react';
import { Icon } from './icon';

interface FieldFrame {
  label: ReactNode;
  /** A short word after the label, such as "optional". */
  aside?: ReactNode;
  hint?: ReactNode;
  /** What is wrong with it, in a sentence; linked to the control, which becomes invalid. */
  error?: ReactNode;
}

type Control<Tag extends 'input' | 'textarea' | 'select'> = FieldFrame &
  Omit<ComponentProps<Tag>, 'className'>;

/** One line to fill in. */
export function Field({ label, aside, hint, error, ...rest }: Control<'input'>) {
  const ids = useControlIds(rest.id, hint, error);
  return (
    <Framed {...{ label, aside, hint, error, ids }}>
      <input {...rest} {...ids.control} className="control" />
    </Framed>
  );
}

/** A day, `YYYY-MM-DD`, picked the way the device picks days. */
export function DateField(props: Omit<Control<'input'>, 'type'>) {
  return <Field {...props} type="date" />;
}

/** Several lines. `paper` is the page one writes a message on; `theirs` sets it in the serif of their words. */
export function TextArea({
  label,
  aside,
  hint,
  error,
  paper,
  theirs,
  ...rest
}: Control<'textarea'> & { paper?: boolean; theirs?: boolean }) {
  const ids = useControlIds(rest.id, hint, error);
  return (
    <Framed {...{ label, aside, hint, error, ids }}>
      <textarea
        {...rest}
        {...ids.control}
        className="control"
        data-paper={paper || undefined}
        data-words={theirs || undefined}
      />
    </Framed>
  );
}

/** One of a list too long for radios. Children are `<option>`s. */
export function Select({ label, aside, hint, error, children, ...rest }: Control<'select'>) {
  const ids = useControlIds(rest.id, hint, error);
  return (
    <Framed {...{ label, aside, hint, error, ids }}>
      <span className="control-wrap">
        <select {...rest} {...ids.control} className="control">
          {children}
        </select>
        <Icon name="down" />
      </span>
    </Framed>
  );
}

/** A sentence that is true or not. */
export function Checkbox({ label, hint, error, ...rest }: Omit<Control<'input'>, 'type' | 'aside'>) {
  const ids = useControlIds(rest.id, hint, error);
  return (
    <div>
      <label className="tick">
        <input {...rest} {...ids.control} type="checkbox" />
        <span>
          {label}
          <Hint id={ids.hint}>{hint}</Hint>
        </span>
      </label>
      <Wrong id={ids.error}>{error}</Wrong>
    </div>
  );
}

export interface Choice {
  value: string;
  label: ReactNode;
  hint?: ReactNode;
}

interface RadioRowProps extends Pick<FieldFrame, 'hint' | 'error'> {
  legend: ReactNode;
  name: string;
  choices: readonly Choice[];
  defaultValue?: string | undefined;
  required?: boolean | undefined;
}

/** A few choices, all in sight. */
export function RadioRow({ legend, name, choices, defaultValue, required, hint, error }: RadioRowProps) {
  const ids = useControlIds(undefined, hint, error);
  return (
    <fieldset className="field" aria-describedby={ids.control['aria-describedby']}>
      <legend className="legend">{legend}</legend>
      <div className="radio-row">
        {choices.map((choice) => (
          <label key={choice.value} className="tick">
            <input
              type="radio"
              name={name}
              value={choice.value}
              defaultChecked={choice.value === defaultValue}
              required={required}
            />
            <span>
              {choice.label}
              {choice.hint && <span className="hint">{choice.hint}</span>}
            </span>
          </label>
        ))}
      </div>
      <Hint id={ids.hint}>{hint}</Hint>
      <Wrong id={ids.error}>{error}</Wrong>
    </fieldset>
  );
}

function useControlIds(given: string | undefined, hint: ReactNode, error: ReactNode) {
  const made = useId();
  const id = given ?? made;
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  const control = {
    id,
    ...(described ? { 'aria-describedby': described } : {}),
    ...(error ? { 'aria-invalid': true } : {}),
  };
  return { control, hint: `${id}-hint`, error: `${id}-error` };
}

function Framed({
  label,
  aside,
  hint,
  error,
  ids,
  children,
}: FieldFrame & { ids: ReturnType<typeof useControlIds>; children: ReactNode }) {
  return (
    <div className="field">
      <label htmlFor={ids.control.id}>
        {label} {aside && <b>{aside}</b>}
      </label>
      {children}
      <Hint id={ids.hint}>{hint}</Hint>
      <Wrong id={ids.error}>{error}</Wrong>
    </div>
  );
}

function Hint({ id, children }: { id: string; children: ReactNode }) {
  if (!children) return null;
  return (
    <span className="hint" id={id}>
      {children}
    </span>
  );
}

function Wrong({ id, children }: { id: string; children: ReactNode }) {
  if (!children) return null;
  return (
    <p className="error" id={id}>
      <Icon name="alert" />
      <span>{children}</span>
    </p>
  );
}
