import type { SamplePerson } from '../person';

/** A conversation over three channels, as it should be. */
export const lively: readonly SamplePerson[] = [
  {
    // A lively conversation over four channels; the last word was theirs, and waits.
    ...{
      key: 'tom',
      name: 'Tom Adeyinka',
      position: 'Operations manager',
      organization: 'Riverside Leisure',
    },
    ...{
      language: 'en',
      timeZone: 'Europe/London',
      met: { how: 'in_person', where: 'the pool managers’ day in Leeds' },
    },
    addresses: [
      { channel: 'email', typed: 'tom.adeyinka@riverside-leisure.example' },
      { channel: 'linkedin', typed: 'https://www.linkedin.com/in/tom-adeyinka-sample' },
    ],
    happened: [
      {
        ...{ days: 24, at: '15:10', on: 'in_person' },
        talk: 'Half of their new swimmers never come a second time, and nobody knows which half. Send me the two pages, I’ll read them on the train.',
        heard: {
          outcome: 'interested',
          words: 'Send me the two pages',
          whatWeHeard: 'Nobody there knows who did not come back.',
        },
      },
      {
        ...{ days: 23, at: '08:50', on: 'email', answers: true },
        we: 'Tom, here are the two pages. I left out everything that sounded like a brochure. What is missing?',
      },
      {
        ...{ days: 21, at: '19:26', on: 'email' },
        they: 'Read them twice. How do you count a second visit when a family of five shares one card?',
        heard: { outcome: 'question', whatWeHeard: 'Families share a card.' },
      },
      {
        ...{ days: 20, at: '10:15', on: 'email', answers: true },
        we: 'We don’t, yet. We would ask at the turnstile: one tap for each of you. Would your people stand for that on a Saturday morning?',
      },
      {
        ...{ days: 17, at: '12:44', on: 'email' },
        they: 'They would if the tap is quick. Come and stand there with me this Saturday, you will see more than in any call.',
        heard: {
          outcome: 'interested',
          words: 'Come and stand there with me',
          whatWeHeard: 'Saturday morning at the turnstile is where one sees it.',
        },
      },
      {
        days: 17,
        at: '14:02',
        on: 'email',
        answers: true,
        we: 'I will be there at eight, and I will bring coffee.',
      },
      {
        ...{ days: 5, at: '17:30', on: 'phone' },
        talk: 'The Saturday went well. His manager wants to know what it would cost for three pools.',
        heard: { outcome: 'question', whatWeHeard: 'What it costs for three pools.' },
      },
    ],
  },
];
