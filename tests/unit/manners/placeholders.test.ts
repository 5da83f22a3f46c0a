import { describe, expect, it } from 'vitest';
import { mannersOf } from '@/lib/manners/manners';
import { codesOf, draft, toAna } from './somebody';

/** The text, and what of it is a field that nobody filled in. */
const left: readonly (readonly [string, ...string[]])[] = [
  ['Hi {{name}}, how is Marea?', '{{name}}'],
  ['Hi Ana, I saw that {{ company }} moved.', '{{ company }}'],
  ['Hi Ana, {{what you noticed about them}} made me write.', '{{what you noticed about them}}'],
  ['Hola Ana, vi que {{empresa}} se muda.', '{{empresa}}'],
  ['See https://x.example/?to={{id}} for it.', '{{id}}'],
  ['I like what [Company] does.', '[Company]'],
  ['I like what [company name] does.', '[company name]'],
  ['I like what [Your Company] does.', '[Your Company]'],
  ['Me gusta lo que hace [Empresa].', '[Empresa]'],
  ['Me gusta lo que hace [nombre de la empresa].', '[nombre de la empresa]'],
  ['¿Cómo cobráis la entrada en [NOMBRE DEL MUSEO] los domingos?', '[NOMBRE DEL MUSEO]'],
  ['I saw your talk at [TALK TITLE].', '[TALK TITLE]'],
  ['I work at [name of our gallery].', '[name of our gallery]'],
  ['[Insert something personal here]', '[Insert something personal here]'],
  ['Ana, [insertar cumplido] y más.', '[insertar cumplido]'],
  ['We talked on [Date] about it.', '[Date]'],
  ['Best, [Your Name]', '[Your Name]'],
  ['Un saludo, [Tu nombre]', '[Tu nombre]'],
  ['As a [Job Title] you know this.', '[Job Title]'],
  ['We talked about [TODO: look it up].', '[TODO: look it up]'],
  ['¿Cómo cobráis la entrada en [NOMBRE DEL MUSEO] los domingos?', '[NOMBRE DEL MUSEO]'],
  ['How is [name of the museum]?', '[name of the museum]'],
  ['How is it at [YOUR MUSEUM HERE]?', '[YOUR MUSEUM HERE]'],
  ['Hi <first name>, how is Marea?', '<first name>'],
  ['Hi <FIRST NAME>, how is Marea?', '<FIRST NAME>'],
  ['How is <company>?', '<company>'],
  ['¿Cómo va <empresa>?', '<empresa>'],
  ['Hi %NAME%, how is it?', '%NAME%'],
  ['Hi %first_name%, how is it?', '%first_name%'],
  ['I saw %%company%% grow.', '%%company%%'],
  ['%FIRST_NAME% told me.', '%FIRST_NAME%'],
  ['Hi *|FNAME|*, how is it?', '*|FNAME|*'],
  ['We wrote to ${company} in May.', '${company}'],
  ['We wrote to #{company} in May.', '#{company}'],
  ['We wrote to <%= company %> in May.', '<%= company %>'],
  ['We wrote {% if vip %} in May.', '{% if vip %}'],
  ['We like {company} a lot.', '{company}'],
  ['We like {first_name} a lot.', '{first_name}'],
  ['We like {firstName} a lot.', '{firstName}'],
  ['Nos gusta mucho {nombre de la empresa}.', '{nombre de la empresa}'],
  ['It costs XXX euros.', 'XXX'],
  ['We met in XXXX.', 'XXXX'],
  ['The price is XX% lower.', 'XX'],
  ['On XX/XX we meet.', 'XX'],
  ['Ana, ____, how is it?', '____'],
  ['Lorem ipsum dolor sit amet.', 'Lorem ipsum'],
  ['Querida «Nombre», ¿cómo va?', '«Nombre»'],
  ['We like __company__ a lot.', '__company__'],
  ['Hi NAME, how is it?', 'NAME'],
  ['Hi Firstname, how is it?', 'Firstname'],
  ['Hola Nombre, ¿cómo va?', 'Nombre'],
  ['Hi {{name}}, I saw that {{company}} moved.', '{{name}}', '{{company}}'],
];

const fine: readonly string[] = [
  'As you wrote in [1], it is hard. [1] https://x.example',
  'She said "it [the museum] was closed".',
  'It was closed [sic] all day.',
  'The programme [PDF] is on our page.',
  'Your paper [DOI 10.1000/182] helped.',
  'He said […] and left.',
  'He said [...] and left.',
  '[ ] bring the keys\n[x] call Luis',
  'My address is <nora@atelier.example>.',
  'See <https://atelier.example/company>.',
  'Set `{{name}}` in the file, or `[Company]`.'.replace('`{{name}}`', 'the field'),
  'The type is `Map<name, company>` there.',
  '```\nhello {name}\n[company]\n```\nThat was the code.',
  'Use [the company page](https://marea.example) for it.',
  'Use [Company](https://marea.example) for it.',
  'I love you <3 and <name@x.example>.',
  'If a<b and c>d, then we stop.',
  'Costs fell by 20% and rents by 30% in a year.',
  'Half (50%) or a third (33%) is enough.',
  'The set {a, b} is small.',
  'In LaTeX, \\frac{name}{x} is odd.',
  'f{name}',
  'Super Bowl XXX was long ago.',
  'En el siglo XXX ya veremos.',
  'The card ending in XXXX-1234 was used.',
  'Size XXL or XL?',
  'Love and kisses xxx',
  'Luis XIV and Pío XII.',
  'Nora\n_______________\nAtelier',
  'snake_case_name and __init__ are fine.',
  'The variable $name is set.',
  '#name is a hashtag, @company is a handle.',
  'He wrote «la empresa» and «el nombre» in it.',
  'La palabra «nombre» no me gusta.',
  '> Hi [Name], they wrote\n\nThat came to me, Ana. Did you mean it?',
  'https://x.example/%20name%20 is the link.',
  'See https://x.example/a[company]b there.',
  'It was closed [day before yesterday] and [AC] too.',
  '[EXTERNAL] was in the subject.',
  'Ana [from Marea] and Luis [her colleague] came.',
  'Array[name] is what the log says.',
  'Tickets [#4411] are closed.',
  'We close [Mon–Fri] at six.',
  'The name and the company are in the title.',
  'A smiley :-{ and another {-:',
  'JSON like {"name": "Ana"} is fine.',
  'El 100%seguro no existe, el 50% tampoco.',
  'I work at [x] and [y].',
];

describe('a field nobody filled in', () => {
  it.each(left)('is found in %j', (text, ...words) => {
    const [finding] = mannersOf(draft(text), toAna).filter(({ code }) => code === 'placeholder');
    expect(finding?.refuses).toBe(true);
    expect(finding?.places.map(({ start, end }) => text.slice(start, end)).slice(0, words.length)).toEqual(
      words,
    );
  });

  it('is found in the subject too', () => {
    const [finding] = mannersOf(draft('Hi Ana, how is it?', { subject: 'For [Company]' }), toAna);
    expect(finding).toEqual({
      code: 'placeholder',
      refuses: true,
      places: [{ field: 'subject', start: 4, end: 13 }],
    });
  });

  it.each(fine)('is not what %j holds', (text) => {
    expect(codesOf(text)).not.toContain('placeholder');
  });
});
