import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { Field, RadioRow, TextArea } from '@/components/ui/field';

describe('a field', () => {
  it('is named by its label', () => {
    const html = renderToStaticMarkup(<Field label="Name" name="name" />);
    const id = /<input[^>]* id="([^"]+)"/.exec(html)?.[1];
    expect(html).toContain(`<label for="${id}">`);
    expect(html).not.toContain('aria-invalid');
  });

  it('is invalid, and described by what is wrong with it', () => {
    const html = renderToStaticMarkup(
      <TextArea
        id="body"
        label="Message"
        name="body"
        hint="Short."
        error="“Dear friend” is nobody’s name."
      />,
    );
    expect(html).toContain('aria-invalid="true"');
    expect(html).toContain('aria-describedby="body-hint body-error"');
    expect(html).toContain('id="body-error"');
  });
});

describe('a row of radios', () => {
  it('has its question as legend and its default chosen', () => {
    const html = renderToStaticMarkup(
      <RadioRow
        legend="Who said it?"
        name="who"
        defaultValue="them"
        choices={[
          { value: 'them', label: 'They did' },
          { value: 'us', label: 'We did' },
        ]}
      />,
    );
    expect(html).toContain('Who said it?</legend>');
    expect(html).toMatch(/checked="" value="them"|value="them"[^>]*checked=""/);
  });
});
